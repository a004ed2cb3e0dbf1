import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_KEY);

// The form of the contact page comes to the house itself.
export const received = (text: string) =>
  resend.emails.send({ from: 'Form <noreply@shop.example>', to: 'orders@shop.example', subject: 'From the form', text });

export const report = (text: string) =>
  resend.emails.send({ from: 'Form <noreply@shop.example>', to: process.env.OWNER_EMAIL ?? '', subject: 'Report', text });
