import CookieConsent from 'react-cookie-consent';

export const Layout = ({ children }) => (
  <>
    {children}
    <CookieConsent location="bottom" buttonText="Accept" cookieName="site-google-analytics">
      This site uses cookies.
    </CookieConsent>
  </>
);
