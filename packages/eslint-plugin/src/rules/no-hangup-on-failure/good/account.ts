import { twiml } from 'twilio';

export const wait = (queueTime: number): string => {
  const response = new twiml.VoiceResponse();
  try {
    response.play('https://voice.example/music.mp3');
  } catch {
    response.play('https://voice.example/silence.mp3');
  }
  response.say(`${queueTime} minutes`);
  return response.toString();
};
