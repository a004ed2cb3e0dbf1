exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.DialCallStatus === 'completed') {
    twiml.hangup();
    return callback(null, twiml);
  }
  twiml.say('The workshop does not answer.');
  return callback(null, twiml);
};
