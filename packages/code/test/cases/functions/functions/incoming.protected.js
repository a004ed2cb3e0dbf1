exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.gather({ numDigits: 1, action: url('choice', context) });
  gather.say({ voice: 'alice' }, 'Press 1 for the workshop. Press 2 for opening hours.');
  callback(null, twiml);
};

const url = (name, context) => `https://${context.DOMAIN_NAME}/${name}?from=menu`;
