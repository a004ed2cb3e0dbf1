const express = require('express');
const { VoiceResponse } = require('twilio').twiml;

const app = express();
app.use(express.urlencoded({ extended: false }));

app.post('/voice', (req, res) => {
  const twiml = new VoiceResponse();
  twiml.say({ language: 'en-GB' }, 'Welcome to Larch Energy.');
  const gather = twiml.gather({ numDigits: 1, action: '/menu', method: 'POST' });
  gather.say('For your bill, press 1. For a fault, press 2. To speak to somebody, press 0.');
  twiml.say('We heard nothing.');
  twiml.redirect('/voice');
  res.type('text/xml').send(twiml.toString());
});

app.post('/menu', (req, res) => {
  const twiml = new VoiceResponse();
  const { Digits } = req.body;
  switch (Digits) {
    case '1':
      twiml.say('Bills are sent on the first of the month.');
      twiml.hangup();
      break;
    case '2':
    case '0':
      twiml.enqueue('service');
      break;
    default:
      twiml.say('That is none of the choices.');
      twiml.redirect('/voice');
  }
  res.type('text/xml');
  res.send(twiml.toString());
});

app.listen(process.env.PORT);
