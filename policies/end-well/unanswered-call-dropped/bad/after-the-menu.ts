import { Router } from 'express';
import twilio from 'twilio';

export const calls = Router();

calls.post('/calls', (req, res) => {
  const answer = new twilio.twiml.VoiceResponse();
  const menu = answer.gather({ numDigits: 1, action: '/calls/desk' });
  menu.say('For repairs press 1, for everything else press 2.');
  answer.redirect('/calls');
  res.type('xml').send(answer.toString());
});

calls.post('/calls/desk', (req, res) => {
  const answer = new twilio.twiml.VoiceResponse();
  answer.say('One moment, please.');
  if (req.body.Digits === '1') answer.dial('+441632960140');
  else answer.dial('+441632960141');
  answer.pause({ length: 1 });
  answer.hangup();
  res.type('xml').send(answer.toString());
});
