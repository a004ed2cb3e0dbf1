gtag('consent', 'default', { ad_storage: 'denied', region: ['DE', 'FR'] });
gtag('consent', 'default', { ad_storage: 'granted' });
