import { z } from 'zod';

export const mailSettings = z.object({ id: z.string(), email: z.string(), newsletter: z.boolean().default(true) });
export const flags = z.object({ newsletter: z.boolean().default(true) });
export const query = { select: { email: true, name: true, marketingConsent: true } };
