const config = {
  elementID: 'klaro',
  default: true,
  hideLearnMore: false,
  services: [{ name: 'pixel', title: 'Pixel', purposes: ['marketing'] }],
};

export default config;
