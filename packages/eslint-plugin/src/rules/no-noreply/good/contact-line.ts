import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_KEY);

export const thank = (email: string) =>
  resend.emails.send({
    from: 'Shop <no-reply@shop.example>',
    to: [email],
    subject: 'Thank you for your order',
    text: 'Something not right? Write to service@shop.example.',
  });
