window.klaroConfig = {
  elementID: 'klaro',
  services: [
    { name: 'matomo', title: 'Visitor statistics', purposes: ['statistics'], default: true },
    { name: 'session', title: 'Signing in', purposes: ['needed'], required: true },
  ],
};
