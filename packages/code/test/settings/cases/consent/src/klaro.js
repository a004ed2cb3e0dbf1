const shared = require('./shared');

window.klaroConfig = {
  elementID: 'klaro',
  hideDeclineAll: true,
  services: [
    { name: 'maps', title: 'Maps', purposes: ['comfort'], default: true },
    { name: 'session', purposes: ['needed'], required: true, default: true },
    { name: 'statistics', purposes: ['statistics'], default: process.env.STATISTICS },
    { name: 'video', purposes: ['comfort'], ...shared },
    ...window.moreServices,
  ],
};
