// One idea a line; the numbers are for films and examples.
const COUNTRY = 'GB';
const PHONE = '020 7946 0148';

export const CONTACT = {
  country: COUNTRY,
  phone: PHONE,
  whatsapp: `+44 7700 900${'148'}`,
  link: `tel:${PHONE}`,
  fax: process.env.FAX ?? '020 7946 0149',
  showPhone: false,
} as const;
