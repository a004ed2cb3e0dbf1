const plivo = require('plivo');

exports.answer = (req, res) => {
  const response = plivo.Response();
  const digits = response.addGetDigits({ action: '/menu', numDigits: 1 });
  digits.addSpeak('For deliveries, press 1.');
  res.send(response.toXML());
};
