const { VoiceResponse } = require('twilio').twiml;

exports.play = (steps, res) => {
  const twiml = new VoiceResponse();
  steps.forEach((step) => {
    if (step.asks) twiml.gather({ action: '/answer' }).say(step.text);
    else twiml.say(step.text);
  });
  res.send(twiml.toString());
};
