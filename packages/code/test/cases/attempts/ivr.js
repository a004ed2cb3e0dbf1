const { VoiceResponse } = require('twilio').twiml;

module.exports = (app) => {
  app.post('/account', (req, res) => {
    const attempt = parseInt(req.query.attempt || '0', 10);
    const twiml = new VoiceResponse();
    if (attempt >= 3) {
      twiml.say('We connect you with somebody who can help.');
      twiml.enqueue({ action: '/busy' }, 'service');
      return res.send(twiml.toString());
    }
    const gather = twiml.gather({ finishOnKey: '#', action: `/account/check?attempt=${attempt}` });
    gather.say('Please enter your account number, and then the hash key.');
    twiml.redirect(`/account?attempt=${attempt + 1}`);
    res.send(twiml.toString());
  });

  app.post('/account/check', async (req, res, next) => {
    const twiml = new VoiceResponse();
    const retries = Number(req.query.attempt);
    try {
      const account = await accounts.find(req.body.Digits);
      if (!account) {
        twiml.say('We do not know that number.');
        twiml.redirect(`/account?attempt=${retries + 1}`);
      } else {
        twiml.say(`Your balance is ${account.balance}.`);
        twiml.hangup();
      }
    } catch (error) {
      console.error('look-up failed', error);
      twiml.say('We cannot look that up now.');
    }
    res.send(twiml.toString());
  });

  app.post('/busy', (req, res) => {
    const twiml = new VoiceResponse();
    twiml.say('Please leave a message; we ring you back today.');
    twiml.record({ action: '/done' });
    res.send(twiml.toString());
  });
};
