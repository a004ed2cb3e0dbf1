import { twiml } from 'twilio';

export const chosen = (event: { Digits?: string; attempts: number }): string => {
  const response = new twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      response.redirect('/orders');
      break;
    case '9':
      response.say('Goodbye.');
      response.hangup();
      break;
    default:
      if (event.attempts < 3) response.redirect('/menu');
      else {
        response.say('Goodbye.');
        response.hangup();
      }
  }
  return response.toString();
};

export const twice = (): string => {
  const response = new twiml.VoiceResponse();
  response.gather({ action: '/menu' }).say('For deliveries, press 1.');
  response.gather({ action: '/menu' }).say('If it is about a delivery, press 1, else 2.');
  response.say('We heard nothing. Goodbye.');
  response.hangup();
  return response.toString();
};
