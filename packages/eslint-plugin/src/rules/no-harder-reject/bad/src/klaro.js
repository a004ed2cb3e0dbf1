window.klaroConfig = {
  elementID: 'klaro',
  acceptAll: true,
  hideDeclineAll: true,
  services: [{ name: 'matomo', purposes: ['analytics'], default: false }],
};
