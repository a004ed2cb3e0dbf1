const plivo = require('plivo');

module.exports = (app) => {
  app.post('/answer', (req, res) => {
    const response = plivo.Response();
    const digits = response.addGetDigits({ action: 'https://example.com/pressed', numDigits: 1, retries: 1 });
    digits.addSpeak('Press 1 to hear your balance. Press 2 to talk to us.');
    response.addSpeak('We heard nothing. Goodbye.');
    response.addHangup();
    res.send(response.toXML());
  });
  app.post('/pressed', (req, res) => {
    const response = new plivo.Response();
    if (req.body.Digits == 2) response.addDial().addNumber('442079460000');
    else response.addSpeak('Your balance will be sent to you.');
    res.send(response.toXML());
  });
};
