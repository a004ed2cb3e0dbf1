import Script from 'next/script';

export const Layout = ({ children }) => (
  <html>
    <head>
      <Script id="consent">
        {`
          window.dataLayer = window.dataLayer || [];
          function gtag(){dataLayer.push(arguments);}
          gtag('consent', 'default', {
            'ad_storage': 'granted',
            'analytics_storage': 'denied',
          });
        `}
      </Script>
    </head>
    <body>{children}</body>
  </html>
);
