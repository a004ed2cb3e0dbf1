const express = require('express');
const { VoiceResponse } = require('twilio').twiml;

const router = express.Router();

router.post('/welcome', (req, res) => {
  const twiml = new VoiceResponse();
  const gather = twiml.gather({ numDigits: 1, action: '/menu', method: 'POST' });
  gather.say('For deliveries, press 1. For invoices, press 2.');
  twiml.redirect('/welcome-again');
  res.type('text/xml').send(twiml.toString());
});

module.exports = router;
