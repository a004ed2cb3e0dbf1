const express = require('express');
const VoiceResponse = require('twilio').twiml.VoiceResponse;
const router = express.Router();

const isOpen = () => {
  const hour = new Date().getHours();
  return hour >= 9 && hour < 17;
};

router.post('/', (req, res) => {
  const response = new VoiceResponse();
  if (!isOpen()) {
    response.say('We are closed.');
    response.hangup();
  } else {
    response.say('One moment.');
    response.enqueue({ waitUrl: '/wait', action: '/after' }, 'support');
  }
  res.send(response.toString());
});

router.post('/wait', (req, res) => {
  const response = new VoiceResponse();
  if (Number(req.body.QueueTime) > 600) {
    response.say('All of us are still busy.');
    response.leave();
  } else {
    response.say('You are number %s in the queue.'.replace('%s', req.body.QueuePosition));
    response.play('https://example.com/hold-music.mp3');
  }
  res.send(response.toString());
});

router.post('/after', (req, res) => {
  const response = new VoiceResponse();
  if (req.body.QueueResult === 'bridged') return res.send(response.toString());
  response.say('We are sorry. Goodbye.');
  return res.send(response.toString());
});

module.exports = router;
