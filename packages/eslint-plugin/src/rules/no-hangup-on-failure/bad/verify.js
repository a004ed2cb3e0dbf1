const { VoiceResponse } = require('twilio').twiml;
const { checkPin } = require('./pins');

exports.pin = async (req, res) => {
  const twiml = new VoiceResponse();
  const verified = await checkPin(req.body.From, req.body.Digits);
  if (verified) {
    twiml.redirect('/account');
  } else {
    twiml.say('This PIN is not correct.');
    twiml.hangup();
  }
  res.send(twiml.toString());
};
