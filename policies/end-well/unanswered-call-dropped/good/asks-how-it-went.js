// What follows is decided by what became of the call.
const { VoiceResponse } = require('twilio').twiml;

module.exports = (app) => {
  app.post('/calls', (req, res) => {
    const answer = new VoiceResponse();
    answer.dial({ action: '/calls/after' }, '+441632960187');
    res.type('xml').send(answer.toString());
  });

  app.post('/calls/after', (req, res) => {
    const answer = new VoiceResponse();
    if (req.body.DialCallStatus === 'completed') answer.hangup();
    else answer.enqueue({}, 'front-desk');
    res.type('xml').send(answer.toString());
  });
};
