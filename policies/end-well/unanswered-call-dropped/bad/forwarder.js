// All that it does is to ring one telephone.
const { VoiceResponse } = require('twilio').twiml;

exports.handler = (context, event, callback) => {
  const answer = new VoiceResponse();
  answer.dial({ timeout: 25 }, '+441632960187');
  callback(null, answer);
};
