window.klaroConfig = {
  elementID: 'klaro',
  acceptAll: true,
  services: [
    { name: 'session', purposes: ['security'], required: true, default: true },
    { name: 'matomo', title: 'Matomo', purposes: ['analytics'], default: true },
    { name: 'maps', title: 'Maps', purposes: ['comfort'], default: false },
  ],
};
