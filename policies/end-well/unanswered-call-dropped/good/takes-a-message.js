// Whoever is not reached leaves a message.
const { VoiceResponse } = require('twilio').twiml;

exports.handler = (context, event, callback) => {
  const answer = new VoiceResponse();
  answer.dial({ timeout: 25 }, '+441632960187');
  answer.say('Nobody is free just now. Leave a message, and we ring you back today.');
  answer.record({ maxLength: 120, recordingStatusCallback: '/messages' });
  callback(null, answer);
};
