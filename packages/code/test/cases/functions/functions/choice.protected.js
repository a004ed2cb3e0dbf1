const workshop = (twiml, context) => twiml.dial({ action: './missed' }).number(context.WORKSHOP);
const hours = (twiml) => {
  twiml.say('We are open from Monday to Friday, nine to five.');
  twiml.redirect('./incoming');
};

exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const actions = { 1: workshop, 2: hours };
  const chosen = actions[event.Digits];
  if (chosen) chosen(twiml, context);
  else {
    twiml.say('Sorry, we did not understand.');
    twiml.redirect('./incoming');
  }
  return callback(null, twiml);
};
