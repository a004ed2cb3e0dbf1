const { VoiceResponse } = require('twilio').twiml;
const router = require('express').Router();

router.post('/', (req, res) => {
  const twiml = new VoiceResponse();
  twiml.say('Accounts cannot help with that. We pass you on.');
  twiml.redirect('/teams/claims');
  res.send(twiml.toString());
});

module.exports = router;
