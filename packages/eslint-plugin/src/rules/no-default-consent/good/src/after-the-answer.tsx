import Script from 'next/script';

export function onAccept() {
  gtag('consent', 'default', { analytics_storage: 'granted' });
  gtag('consent', 'update', { ad_storage: 'granted' });
}

export function Analytics({ allowed, answer }) {
  if (!allowed) return null;
  return <Script id="ga">{`gtag('consent', 'default', { analytics_storage: 'granted' });`}</Script>;
}

export const More = ({ answer }) => (answer === 'yes' ? <Script id="more">{`gtag('consent', 'default', { ad_storage: 'granted' });`}</Script> : null);
