const { VoiceResponse } = require('twilio').twiml;

exports.handler = (context, event, callback) => {
  const twiml = new VoiceResponse();
  twiml.say('Please leave a message after the tone.');
  twiml.record({ maxLength: 120, playBeep: true });
  callback(null, twiml);
};
