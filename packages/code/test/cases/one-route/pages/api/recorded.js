import { twiml } from 'twilio';

export default async function handler(req, res) {
  const answer = new twiml.VoiceResponse();
  answer.say(`Thank you. We have your message of ${req.body.RecordingDuration} seconds.`);
  answer.hangup();
  res.status(200).send(answer.toString());
}
