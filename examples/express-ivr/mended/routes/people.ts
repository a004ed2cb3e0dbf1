import { Router } from 'express';
import { twiml } from 'twilio';

export const people = Router();

people.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  response.say('I am putting you through to the service team.');
  response.dial({ action: '/voice/people/not-reached', timeout: 30 }, '+443305550148');
  res.type('text/xml').send(response.toString());
});

people.post('/not-reached', (req, res) => {
  const response = new twiml.VoiceResponse();
  if (req.body.DialCallStatus === 'completed') {
    response.hangup();
  } else {
    response.say('Everybody is on the phone. Leave your name and number, and we ring you within two hours.');
    response.record({ action: '/voice/people/recorded', maxLength: 120 });
  }
  res.type('text/xml').send(response.toString());
});

people.post('/recorded', (_req, res) => {
  const response = new twiml.VoiceResponse();
  response.say('Thank you. We ring you within two hours.');
  response.hangup();
  res.type('text/xml').send(response.toString());
});
