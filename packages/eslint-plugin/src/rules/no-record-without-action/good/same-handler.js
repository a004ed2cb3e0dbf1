const { VoiceResponse } = require('twilio').twiml;
const { openCase } = require('./cases');

// Without an action the platform comes back to this handler.
exports.handler = async (context, event, callback) => {
  const twiml = new VoiceResponse();
  if (event.RecordingUrl) {
    await openCase(event.From, event.RecordingUrl);
    twiml.say('Thank you. We call back today.');
  } else {
    twiml.record({ maxLength: 120 });
  }
  callback(null, twiml);
};
