const twilio = require('twilio');
const client = twilio(process.env.SID, process.env.TOKEN);
const { VoiceResponse } = twilio.twiml;

module.exports = (app) => {
  app.post('/remind', async (req, res) => {
    await client.calls.create({ url: `${process.env.BASE}/message?name=x`, to: req.body.phone, from: process.env.FROM });
    await client.calls.create({ twiml: '<Response><Say>Your parcel is here.</Say></Response>', to: req.body.phone, from: process.env.FROM });
    res.json({ ok: true });
  });
  app.post('/message', (req, res) => {
    const voice = new VoiceResponse();
    voice.say('Do not forget your appointment.');
    voice.gather({ numDigits: 1, action: '/confirmed' }).say('Press 1 to confirm.');
    res.send(voice.toString());
  });
  app.post('/confirmed', (req, res) => {
    const voice = new VoiceResponse();
    voice.say('Thank you.');
    res.send(voice.toString());
  });
  // A phone in the browser of staff.
  app.post('/softphone', (req, res) => {
    const voice = new VoiceResponse();
    if (req.body.To) voice.dial({ callerId: process.env.FROM }).number(req.body.To);
    else voice.say('Thanks for calling.');
    res.send(voice.toString());
  });
  app.post('/softphone/any', (req, res) => {
    const voice = new VoiceResponse();
    const to = req.body.To;
    const kind = /^[\d+]+$/.test(to) ? 'number' : 'client';
    if (to === process.env.FROM) voice.dial().client('desk');
    else voice.dial({ callerId: process.env.FROM })[kind]({}, to);
    res.send(voice.toString());
  });
  // Heard by whoever is called along.
  app.post('/connect', (req, res) => {
    const voice = new VoiceResponse();
    voice.say('We put you through.');
    voice.dial({ action: '/over' }).number({ url: '/announce' }, '+442079460010');
    res.send(voice.toString());
  });
  app.post('/announce', (req, res) => {
    const voice = new VoiceResponse();
    voice.say('A customer is on the line.');
    res.send(voice.toString());
  });
  app.post('/status', (req, res) => {
    console.log(req.body.CallStatus);
    res.send(new VoiceResponse().toString());
  });
  app.post('/over', (req, res) => {
    const voice = new VoiceResponse();
    voice.redirect('/connect');
    res.send(voice.toString());
  });
};
