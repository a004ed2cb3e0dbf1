const COUNTRY = 'GB';

export const siteConfig = {
  name: 'Ashby Energy',
  country: COUNTRY,
  helpline: '0871 434 5678',
};
