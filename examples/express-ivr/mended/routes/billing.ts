import { Router } from 'express';
import { twiml } from 'twilio';

export const billing = Router();

billing.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  response.say('Before we talk about your bill, we have to know who you are.');
  response.redirect('/voice/identify');
  res.type('text/xml').send(response.toString());
});
