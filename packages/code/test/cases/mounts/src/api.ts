import { Router } from 'express';
import calls = require('./calls');

export const api = Router();
api.use('/calls', calls());
