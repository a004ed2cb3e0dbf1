// Vonage asks for the next step on silence, too.
exports.answer = (req, res) =>
  res.json([
    { action: 'talk', text: 'For deliveries, press 1.' },
    { action: 'input', type: ['dtmf'], eventUrl: ['https://voice.example/menu'] },
  ]);
