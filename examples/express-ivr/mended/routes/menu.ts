import { Router } from 'express';
import { twiml } from 'twilio';

export const menu = Router();

menu.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  const gather = response.gather({ numDigits: 1, action: '/voice/menu/chosen' });
  gather.say('For your bill, press 1. For everything else, or to speak to somebody, press 0.');
  response.say('I did not hear a key.');
  response.redirect('/voice/people');
  res.type('text/xml').send(response.toString());
});

menu.post('/chosen', (req, res) => {
  const response = new twiml.VoiceResponse();
  switch (req.body.Digits) {
    case '1':
      response.redirect('/voice/billing');
      break;
    case '0':
    default:
      response.redirect('/voice/people');
  }
  res.type('text/xml').send(response.toString());
});
