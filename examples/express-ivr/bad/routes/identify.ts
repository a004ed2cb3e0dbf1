import { Router } from 'express';
import { twiml } from 'twilio';
import { findCustomer } from '../customers';

export const identify = Router();

identify.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  const gather = response.gather({ finishOnKey: '#', action: '/voice/identify/checked' });
  gather.say('Please enter your account number, then the hash key.');
  response.redirect('/voice');
  res.type('text/xml').send(response.toString());
});

identify.post('/checked', async (req, res) => {
  const response = new twiml.VoiceResponse();
  try {
    const customer = await findCustomer(req.body.Digits);
    response.say(`Your balance is ${customer.balance} pounds. Goodbye.`);
    response.hangup();
  } catch {
    response.say('We could not find you. Please call again.');
    response.hangup();
  }
  res.type('text/xml').send(response.toString());
});
