import express from 'express';
import { api } from './api.js';
import ivr from './ivr.js';

const app = express();
app.use('/api', api);
ivr(app, { hold: 'hold' });
export { app };
