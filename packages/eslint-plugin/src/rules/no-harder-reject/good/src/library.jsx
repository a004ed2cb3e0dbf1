import CookieConsent from 'react-cookie-consent';

export const Asks = () => (
  <CookieConsent enableDeclineButton buttonText="Accept" declineButtonText="Decline">
    We use cookies for analytics.
  </CookieConsent>
);

export const Tells = () => <CookieConsent buttonText="OK">We use cookies that keep you signed in.</CookieConsent>;
