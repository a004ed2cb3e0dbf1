const { VoiceResponse } = require('twilio').twiml;
const { isBlocked } = require('./callers');

exports.done = (req, res) => {
  const twiml = new VoiceResponse();
  twiml.say('Thank you for your call. Goodbye.');
  twiml.hangup();
  res.send(twiml.toString());
};

exports.incoming = async (req, res) => {
  const twiml = new VoiceResponse();
  if (await isBlocked(req.body.From)) {
    twiml.reject({ reason: 'busy' });
  } else {
    twiml.redirect('/menu');
  }
  res.send(twiml.toString());
};

// Nothing of a call: the promise is rejected.
exports.load = (client) =>
  new Promise((resolve, reject) => {
    client.load().then(resolve).catch((error) => reject(error));
  });
