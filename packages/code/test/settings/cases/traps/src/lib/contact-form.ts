export const contactForm = { name: 'text', phone: 'tel', placeholder: '+44 20 7946 0000' };
export const contactSchema = { phone: { type: 'string', example: '020 7946 0000' } };
