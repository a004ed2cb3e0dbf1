export const CookieNotice = ({ close }) => (
  <div>
    <p>We use cookies that keep you signed in. We do not use any for advertising or tracking.</p>
    <button onClick={close}>OK</button>
  </div>
);

export const CookieHint = ({ onAccept }) => (
  <div>
    <p>We use cookies to improve your experience.</p>
    <button onClick={onAccept}>Accept</button>
  </div>
);
