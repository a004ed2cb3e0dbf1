const { VoiceResponse } = require('twilio').twiml;
const { cancelOrder } = require('./orders');

// Nothing follows the last words, so the call ends.
exports.cancel = async (req, res) => {
  const twiml = new VoiceResponse();
  try {
    await cancelOrder(req.body.From);
    twiml.say('Your order is cancelled.');
  } catch (error) {
    twiml.say('Sorry, an error occurred while your order was cancelled.');
  }
  res.send(twiml.toString());
};

exports.choose = (req, res) => {
  const twiml = new VoiceResponse();
  switch (req.body.Digits) {
    case '1':
      twiml.redirect('/orders');
      break;
    default:
      twiml.say('That is not a valid choice.');
      twiml.say('Goodbye.');
  }
  res.send(twiml.toString());
};
