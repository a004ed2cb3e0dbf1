import { twiml } from 'twilio';

const OPTIONS = { maxLength: 60, finishOnKey: '#' };

export const voicemail = (): string => {
  const response = new twiml.VoiceResponse();
  response.say('Please leave a message.');
  response.record(OPTIONS);
  return response.toString();
};
