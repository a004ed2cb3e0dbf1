import { twiml } from 'twilio';
import { answer, bookCallback } from './service';

export const ask = async (from: string): Promise<string> => {
  const response = new twiml.VoiceResponse();
  try {
    response.say(await answer(from));
    response.redirect('/more');
  } catch {
    await bookCallback(from);
    response.say('Something went wrong here. Somebody rings this number within the hour.');
    response.hangup();
  }
  return response.toString();
};

export const told = async (from: string): Promise<string> => {
  try {
    return `<Response><Say>${await answer(from)}</Say><Redirect>/more</Redirect></Response>`;
  } catch {
    return '<Response><Say>Something went wrong here. Please leave a message.</Say><Record action="/message"/><Hangup/></Response>';
  }
};

export const finished = (): string => {
  const response = new twiml.VoiceResponse();
  response.gather({ action: '/more' }).say('Is there anything else we can do for you?');
  response.say('Thank you for calling. Goodbye.');
  return response.toString();
};
