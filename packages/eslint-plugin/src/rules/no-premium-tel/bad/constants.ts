// settings: {"country": "GB"}
export const SUPPORT_PHONE = '0871 555 0148';

export const site = {
  name: 'Shop',
  hotline: '0871 555 0149',
  jsonLd: {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    contactPoint: { '@type': 'ContactPoint', telephone: '+44-871-555-0147', contactType: 'customer service' },
  },
};

export const call = (): void => {
  window.location.href = `tel:${SUPPORT_PHONE}`;
};
