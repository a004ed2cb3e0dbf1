const ALL = 'granted';
window.gtag('consent', 'default', { ad_storage: ALL, analytics_storage: 'denied', wait_for_update: 500 });

export const accept = () => gtag('consent', 'update', { ad_storage: 'granted' });

/** What was chosen before. */
const stored = localStorage.getItem('consent');
if (stored === 'granted') gtag('consent', 'default', { ad_storage: 'granted', analytics_storage: 'granted' });

export const onAccept = () => {
  gtag('consent', 'default', { ad_storage: 'granted' });
};
