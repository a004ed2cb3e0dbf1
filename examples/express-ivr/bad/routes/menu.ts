import { Router } from 'express';
import { twiml } from 'twilio';

export const menu = Router();

menu.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  const gather = response.gather({ numDigits: 1, action: '/voice/menu/chosen' });
  gather.say('For your order, press 1. For your bill, press 2.');
  response.redirect('/voice/orders');
  res.type('text/xml').send(response.toString());
});

menu.post('/chosen', (req, res) => {
  const response = new twiml.VoiceResponse();
  switch (req.body.Digits) {
    case '1':
      response.redirect('/voice/orders');
      break;
    case '2':
      response.redirect('/voice/billing');
      break;
    default:
      response.say('That was not a valid choice.');
      response.hangup();
  }
  res.type('text/xml').send(response.toString());
});
