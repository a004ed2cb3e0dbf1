export const CookieBanner = ({ acceptAll, acceptSome }) => (
  <div>
    <p>We use cookies for analytics.</p>
    <button onClick={acceptAll}>Accept all</button>
    <button onClick={acceptSome}>Accept necessary</button>
  </div>
);
