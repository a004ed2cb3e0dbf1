import { Router } from 'express';
import { twiml } from 'twilio';

export const orders = Router();

orders.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  response.say('Questions about orders are answered by the billing team.');
  response.redirect('/voice/billing');
  res.type('text/xml').send(response.toString());
});
