import { sendMail } from './mail';

// What lies in a mailbox, and who commits.
export const inbox = [{ from: 'noreply@forum.example', to: 'reader@mail.example', subject: 'News', isRead: false }];
export const author = { name: 'bot', email: 'noreply@github.com' };
export const forward = (defaults: object, to: string) => sendMail({ from: 'noreply@shop.example', to, ...defaults });
