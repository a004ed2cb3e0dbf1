import { Router } from 'express';
import { twiml } from 'twilio';

export const welcome = Router();

welcome.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  response.say('Welcome to Larch Energy.');
  response.redirect('/voice/menu');
  res.type('text/xml').send(response.toString());
});
