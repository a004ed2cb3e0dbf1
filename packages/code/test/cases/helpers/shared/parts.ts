import { twiml } from 'twilio';
import { WELCOME } from '../texts';

export function toAgent(kind: string, greeting: string) {
  const response = new twiml.VoiceResponse();
  greet(response, greeting === WELCOME ? greeting : 'Hello.');
  response.dial().client(kind);
  response.redirect('/bye');
  return response;
}

const greet = (response: InstanceType<typeof twiml.VoiceResponse>, words: string) => {
  response.say({ language: 'en-IE' }, words);
};

export function farewell() {
  return new twiml.VoiceResponse();
}
