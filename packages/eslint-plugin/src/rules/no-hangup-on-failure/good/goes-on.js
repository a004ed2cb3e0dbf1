const { VoiceResponse } = require('twilio').twiml;
const { greet } = require('./greetings');

exports.welcome = async (req, res) => {
  const twiml = new VoiceResponse();
  try {
    twiml.say(await greet(req.body.From));
  } catch (error) {
    twiml.say('Sorry, an error occurred.');
  }
  twiml.redirect('/menu');
  res.send(twiml.toString());
};

exports.choose = (req, res) => {
  const twiml = new VoiceResponse();
  switch (req.body.Digits) {
    case '1':
      twiml.redirect('/orders');
      break;
    default:
      twiml.say('Sorry, an error occurred.');
  }
  twiml.enqueue('service');
  res.send(twiml.toString());
};

// What the list holds is asked one by one.
exports.ask = (questions, res) => {
  const twiml = new VoiceResponse();
  questions.forEach((question) => {
    twiml.gather({ action: '/answer' }).say(question.text);
    twiml.pause();
  });
  twiml.redirect('/finished');
  res.send(twiml.toString());
};
