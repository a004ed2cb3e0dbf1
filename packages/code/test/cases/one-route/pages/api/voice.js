import { twiml } from 'twilio';

export default function handler(req, res) {
  const digits = req.body.Digits || '';
  const answer = new twiml.VoiceResponse();
  if (!digits) {
    const menu = answer.gather({ numDigits: '1', timeout: 5 });
    menu.say('Press 1 for deliveries or 2 for everything else.');
    answer.say('Goodbye.');
  } else if (digits === '1') {
    answer.dial(process.env.DELIVERIES);
    answer.say('Nobody is there. Please leave a message.');
    answer.record({ maxLength: 60, action: '/api/recorded' });
  } else {
    answer.say('Please write to us.');
    answer.redirect('/api/voice');
  }
  res.setHeader('Content-Type', 'text/xml');
  res.status(200).send(answer.toString());
}
