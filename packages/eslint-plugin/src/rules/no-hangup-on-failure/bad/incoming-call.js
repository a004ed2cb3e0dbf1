const { VoiceResponse } = require('twilio').twiml;
const { findOpenOrders } = require('./orders');

exports.incoming = async (req, res) => {
  const twiml = new VoiceResponse();
  try {
    const orders = await findOpenOrders(req.body.From);
    twiml.say(`You have ${orders.length} open orders.`);
    twiml.redirect('/menu');
  } catch (error) {
    console.error(error);
    twiml.say('We are sorry, an error occurred. Goodbye.');
    twiml.hangup();
  }
  res.type('text/xml').send(twiml.toString());
};
