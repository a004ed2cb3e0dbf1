// Each number is at home in the country beside it, whatever the settings say.
export const callCentres = [
  { region: 'GB', phone: '0871 555 0148' },
  { region: 'US', phone: '(844) 555-0148' },
];
