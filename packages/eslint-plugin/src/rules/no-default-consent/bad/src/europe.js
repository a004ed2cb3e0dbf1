gtag('consent', 'default', { analytics_storage: 'granted', region: ['DE', 'AT', 'CH'] });
