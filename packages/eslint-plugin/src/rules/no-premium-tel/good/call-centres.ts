// settings: {"country": "GB"}
export const callCentres = [
  { region: 'US', phone: '(844) 555-0148' },
  { country: 'IN', phone: '0844 494 8408' },
];
// What is set outside the code may be another number.
export const supportPhone = process.env.SUPPORT_PHONE ?? '0871 555 0148';
