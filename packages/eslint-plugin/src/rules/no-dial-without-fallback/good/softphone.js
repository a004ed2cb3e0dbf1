const { VoiceResponse } = require('twilio').twiml;

// An agent calls from the browser, and hears that nobody answers.
exports.call = (req, res) => {
  const twiml = new VoiceResponse();
  const to = req.body.To;
  twiml.dial({ callerId: process.env.OWN_NUMBER }, to);
  res.send(twiml.toString());
};

exports.customer = (customerNumber, res) => {
  const twiml = new VoiceResponse();
  twiml.dial(customerNumber);
  res.send(twiml.toString());
};
