import { SendEmailCommand } from '@aws-sdk/client-ses';

export const cancelled = (address: string, body: object) =>
  new SendEmailCommand({
    Source: `Shop <noreply@${process.env.MAIL_DOMAIN}>`,
    Destination: { ToAddresses: [address] },
    Message: { Subject: { Data: 'Your contract has ended' }, Body: body },
  });
