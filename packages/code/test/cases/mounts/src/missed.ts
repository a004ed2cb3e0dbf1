import type { Request, Response } from 'express';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';

export const answerMissed = (request: Request, response: Response): void => {
  const voice = new VoiceResponse();
  voice.say('Nobody could take your call. Leave a message, and we ring back within a day.');
  voice.record({ action: 'https://calls.example.com/ivr/thanks' });
  response.send(voice.toString());
};
