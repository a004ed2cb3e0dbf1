import { Resend } from 'resend';

const FROM = process.env.MAIL_FROM ?? 'Shop <no-reply@shop.example>';
const resend = new Resend(process.env.RESEND_KEY);

export const thank = (email: string, html: string) => resend.emails.send({ from: FROM, to: [email], subject: 'Thank you for your order', html });
