const { VoiceResponse } = require('twilio').twiml;

exports.welcome = (req, res) => {
  const twiml = new VoiceResponse();
  const gather = twiml.gather({ numDigits: 1, action: '/menu' });
  gather.say('For deliveries, press 1. For invoices, press 2.');
  twiml.say('We did not receive any input. Goodbye.');
  res.send(twiml.toString());
};
