import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { closeWithQueue } from './queue';

export const start = (): string => {
  const response = new VoiceResponse();
  response.gather({ action: '/topic' }).say('What is it about?');
  closeWithQueue(response);
  return response.toString();
};

export const ask = (twiml: VoiceResponse, prompt: string): void => {
  twiml.gather({ action: '/topic' }).say(prompt);
};

export const unfinished = (): VoiceResponse => {
  const response = new VoiceResponse();
  response.gather({ action: '/topic' });
  return response;
};

export const later = (again: string): string =>
  `<Response><Gather action="/topic"><Say>What is it about?</Say></Gather>${again}</Response>`;
