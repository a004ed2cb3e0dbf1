const shared = { required: true };

window.klaroConfig = {
  elementID: 'klaro',
  default: false,
  services: [
    { name: 'session', purposes: ['security'], required: true, default: true },
    { name: 'chat', purposes: ['help'], default: true, ...shared },
    { name: 'matomo', purposes: ['analytics'], default: false },
  ],
};
