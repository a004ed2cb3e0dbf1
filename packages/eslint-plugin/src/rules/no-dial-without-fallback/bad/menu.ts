import { twiml } from 'twilio';

const RECEPTION = '+442075550148';

export const chosen = (digits: string): string => {
  const response = new twiml.VoiceResponse();
  switch (digits) {
    case '1':
      response.dial(RECEPTION);
      break;
    case '2':
      response.dial({ timeout: 15 }, process.env.WORKSHOP_NUMBER ?? '');
      return response.toString();
    default:
      response.redirect('/menu');
      break;
  }
  return response.toString();
};
