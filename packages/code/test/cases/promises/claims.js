const twilio = require('twilio');

exports.handler = (context, event, callback) => {
  const twiml = new twilio.twiml.VoiceResponse();
  findClaim(event.Digits)
    .then((claim) => {
      if (claim.settled) twiml.say('Your claim has been settled.');
      else twiml.say('Your claim is being looked at.');
      twiml.dial().client('claims');
      callback(null, twiml);
    })
    .catch((error) => {
      console.error(error);
      twiml.say('Something went wrong. Please call again later.');
      twiml.hangup();
      callback(null, twiml);
    });
};

const findClaim = (number) => fetch(`https://claims.example.com/${number}`).then((answer) => answer.json());
