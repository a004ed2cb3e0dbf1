const { VoiceResponse } = require('twilio').twiml;
const router = require('express').Router();

router.post('/', (req, res) => {
  const twiml = new VoiceResponse();
  twiml.say('Sales cannot help with that. We pass you on.');
  twiml.redirect('/teams/billing');
  res.send(twiml.toString());
});

module.exports = router;
