import { Router } from 'express';
import { twiml } from 'twilio';
import { findCustomer } from '../customers';

export const identify = Router();

identify.post('/', (_req, res) => {
  const response = new twiml.VoiceResponse();
  const gather = response.gather({ finishOnKey: '#', action: '/voice/identify/checked' });
  gather.say('Please enter your account number, then the hash key. If you do not have it, wait for somebody.');
  response.redirect('/voice/people');
  res.type('text/xml').send(response.toString());
});

identify.post('/checked', async (req, res) => {
  const response = new twiml.VoiceResponse();
  try {
    const customer = await findCustomer(req.body.Digits);
    response.say(`Your balance is ${customer.balance} pounds.`);
    response.redirect('/voice/people');
  } catch {
    response.say('I could not find you by that number. Somebody will look with you.');
    response.redirect('/voice/people');
  }
  res.type('text/xml').send(response.toString());
});
