import { createTransport } from 'nodemailer';

export const sendCode = (email: string, code: string) =>
  createTransport('smtp://mail.shop.example').sendMail({ from: 'noreply@shop.example', to: email, subject: 'Your one-time code', text: code });
