const { VoiceResponse } = require('twilio').twiml;

exports.handler = (context, event, callback) => {
  const twiml = new VoiceResponse();
  twiml.say('Welcome. We connect you to the reception.');
  const dial = twiml.dial({ timeout: 20 });
  dial.number(context.RECEPTION_NUMBER);
  callback(null, twiml);
};
