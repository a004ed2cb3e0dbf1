import express from 'express';
import { billing } from './routes/billing';
import { identify } from './routes/identify';
import { menu } from './routes/menu';
import { people } from './routes/people';
import { welcome } from './routes/welcome';

const app = express();
app.use(express.urlencoded({ extended: false }));

app.use('/voice', welcome);
app.use('/voice/menu', menu);
app.use('/voice/billing', billing);
app.use('/voice/identify', identify);
app.use('/voice/people', people);

app.listen(3000);
