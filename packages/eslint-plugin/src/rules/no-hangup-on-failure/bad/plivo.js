const plivo = require('plivo');

exports.digits = (req, res) => {
  const response = plivo.Response();
  if (!req.body.Digits) {
    response.addSpeak('We heard nothing.');
    response.addHangup();
  } else {
    response.addRedirect('/menu');
  }
  res.send(response.toXML());
};
