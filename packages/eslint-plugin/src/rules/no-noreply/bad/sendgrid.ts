import sgMail from '@sendgrid/mail';

export const invoice = async (customer: { email: string }, text: string): Promise<void> => {
  const message = {
    from: { email: 'donotreply@shop.example', name: 'Shop' },
    to: customer.email,
    subject: 'Your invoice',
    text,
  };
  await sgMail.send(message);
};
