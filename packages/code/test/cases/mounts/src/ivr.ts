import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Application } from 'express';

export default function ivr(app: Application, options: { hold: string }): void {
  app.all('/ivr/thanks', (_request, response) => {
    const voice = new VoiceResponse();
    voice.say('Thank you. We ring you back within a day.');
    voice.hangup();
    response.send(voice.toString());
  });
}
