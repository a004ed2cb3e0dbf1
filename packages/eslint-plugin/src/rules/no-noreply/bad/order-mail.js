const nodemailer = require('nodemailer');

const transporter = nodemailer.createTransport(process.env.SMTP_URL);

exports.sendShipped = (order, html) =>
  transporter.sendMail({
    from: '"Shop" <noreply@shop.example>',
    to: order.email,
    subject: 'Your order is on its way',
    html,
  });
