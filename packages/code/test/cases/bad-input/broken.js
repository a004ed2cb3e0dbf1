import { b } from './round.js';
const { VoiceResponse } = require('twilio').twiml;
app.post('/voice', (req, res) => {
  const twiml = new VoiceResponse();
  twiml.say(b);
  if (req.body.Digits === {
