const app = require('express')();

app.get('/answer', (req, res) => {
  res.json([
    { action: 'talk', text: 'Welcome to the surgery.', language: 'en-GB' },
    { action: 'talk', text: 'Press 1 for appointments or 2 for prescriptions.', bargeIn: true },
    { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1, timeOut: 5 }, eventUrl: [`${process.env.URL}/chosen`] },
  ]);
});

app.post('/chosen', (req, res) => {
  const key = req.body.dtmf.digits;
  if (key === '1') return res.json([{ action: 'connect', from: '442079460000', endpoint: [{ type: 'phone', number: '442079460001' }] }]);
  if (key === '2') return res.json([{ action: 'talk', text: 'Prescriptions take two days.' }]);
  res.json([{ action: 'talk', text: 'Sorry, we did not understand.' }]);
});

app.post('/event', (req, res) => res.status(200).end());
