window.klaroConfig = {
  elementID: 'klaro',
  services: [
    { name: 'maps', title: 'Maps', purposes: ['comfort'], default: false },
    { name: 'session', title: 'Signing in', purposes: ['needed'], required: true, default: true },
  ],
};
