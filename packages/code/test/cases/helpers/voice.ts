import { Hono } from 'hono';
import { farewell, toAgent } from '@shared/parts';
import * as texts from './texts';

const app = new Hono();

app.post('/voice', async (c) => {
  const body = await c.req.parseBody();
  const twiml = toAgent(body['Digits'] ? 'known' : 'new', texts.WELCOME);
  return c.text(twiml.toString(), 200, { 'Content-Type': 'text/xml' });
});

app.post('/bye', async (c) => {
  const r = farewell();
  for (const line of texts.LINES) r.say(line);
  return c.body(r.toString());
});

export default app;
