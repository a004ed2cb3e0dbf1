const { VoiceResponse } = require('twilio').twiml;

// Only the technician who is rung hears this; if nobody takes the call, the next one is rung.
exports.screenCall = (req, res) => {
  const twiml = new VoiceResponse();
  if (!req.body.Digits) {
    twiml.gather({ numDigits: 1 }).say('A customer is on the line. Press any key to take the call.');
    twiml.say('Goodbye.');
    twiml.hangup();
  }
  res.send(twiml.toString());
};
