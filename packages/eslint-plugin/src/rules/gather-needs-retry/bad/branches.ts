import twilio from 'twilio';

export const answer = (digits: string | undefined, callback: (error: null, response: unknown) => void): void => {
  const response = new twilio.twiml.VoiceResponse();
  if (digits === undefined) {
    response.say('Welcome.');
    response.gather({ input: ['speech'], action: '/answer' }).say('What is it about?');
    return callback(null, response);
  }
  response.say('Thank you.');
  response.redirect('/queue');
  callback(null, response);
};
