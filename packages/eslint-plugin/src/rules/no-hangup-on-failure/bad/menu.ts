import { twiml } from 'twilio';

export const chosen = (event: { Digits?: string }): string => {
  const response = new twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      response.redirect('/orders');
      break;
    default:
      response.say('That is not a valid choice. Goodbye.');
      response.hangup();
      break;
  }
  return response.toString();
};

export const spoken = (speechResult: string): string => {
  const response = new twiml.VoiceResponse();
  if (speechResult === 'orders') {
    response.redirect('/orders');
  } else if (speechResult === 'invoices') {
    response.redirect('/invoices');
  } else {
    response.reject();
  }
  return response.toString();
};
