const { VoiceResponse } = require('twilio').twiml;

exports.menu = (req, res) => {
  const twiml = new VoiceResponse();
  twiml.gather({ numDigits: 1, action: '/menu', actionOnEmptyResult: true }).say('For deliveries, press 1.');
  res.send(twiml.toString());
};

// What the options hold is not known here.
exports.other = (options, res) => {
  const twiml = new VoiceResponse();
  twiml.gather({ ...options, numDigits: 1 });
  res.send(twiml.toString());
};
