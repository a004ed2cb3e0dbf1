const { VoiceResponse } = require('twilio').twiml;

exports.handler = (context, event, callback) => {
  const twiml = new VoiceResponse();
  twiml.say('Please leave a message after the tone. We call back within the day.');
  twiml.record({ maxLength: 120, action: '/message-left', recordingStatusCallback: '/message-ready' });
  callback(null, twiml);
};
