import { Router, type Request, type Response } from 'express';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { answerMissed } from './missed';

export = () => {
  const router = Router();
  router.route('/start').post((request: Request, response: Response) => {
    const voice = new VoiceResponse();
    voice.dial({ action: `${request.baseUrl}/missed`, timeout: 20 }, '+442079460018');
    response.send(voice.toString());
  });
  router.post('/missed', answerMissed);
  return router;
};
