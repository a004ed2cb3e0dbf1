import express from 'express';
import { billing } from './routes/billing';
import { identify } from './routes/identify';
import { menu } from './routes/menu';
import { orders } from './routes/orders';
import { welcome } from './routes/welcome';

const app = express();
app.use(express.urlencoded({ extended: false }));

app.use('/voice', welcome);
app.use('/voice/menu', menu);
app.use('/voice/orders', orders);
app.use('/voice/billing', billing);
app.use('/voice/identify', identify);

app.listen(3000);
