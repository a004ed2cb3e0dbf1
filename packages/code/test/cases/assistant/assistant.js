import Fastify from 'fastify';
import OpenAI from 'openai';
import twilio from 'twilio';

const fastify = Fastify();
const openai = new OpenAI();
const sessions = {};

fastify.all('/incoming-call', async (request, reply) => {
  const twiml = new twilio.twiml.VoiceResponse();
  twiml.say('Hello, I am the assistant of Alder Bank. How can I help?');
  listen(twiml);
  reply.type('text/xml').send(twiml.toString());
});

const listen = (twiml) => twiml.gather({ input: 'speech', action: '/respond', speechTimeout: 'auto' });

fastify.post('/respond', async (request, reply) => {
  const twiml = new twilio.twiml.VoiceResponse();
  const said = request.body.SpeechResult;
  try {
    const completion = await openai.chat.completions.create({ messages: sessions[request.body.CallSid] });
    twiml.say(completion.choices[0].message.content);
    listen(twiml);
  } catch (error) {
    twiml.say('Sorry, I have trouble understanding.');
    twiml.redirect('/incoming-call');
  }
  reply.type('text/xml').send(twiml.toString());
});

fastify.all('/stream', async (request, reply) => {
  reply.type('text/xml').send(`<Response><Connect><Stream url="wss://${request.headers.host}/media" /></Connect></Response>`);
});
