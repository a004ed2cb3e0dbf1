import { c } from './broken.js';
export const b = c ?? 'Hello';
app.post('/round', (req, res) => {
  const again = () => again();
  while (true) again();
  res.send(new VoiceResponse().say(b).toString());
});
