import { twiml } from 'twilio';

export const answer = (): string => {
  const response = new twiml.VoiceResponse();
  response.dial({ timeout: 20 }, '+442075550148');
  response.say('Nobody can answer right now. Please leave a message.');
  response.record({ action: '/message' });
  return response.toString();
};

export const room = (name: string): string => {
  const response = new twiml.VoiceResponse();
  response.dial().conference(name);
  return response.toString();
};
