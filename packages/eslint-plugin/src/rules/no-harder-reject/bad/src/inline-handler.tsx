import { useState } from 'react';

export const CookiePopup = ({ save }) => {
  const [show, setShow] = useState(true);
  if (!show) return null;
  return (
    <aside>
      <span>Cookies help us to personalise what you see.</span>
      <button
        onClick={() => {
          save('all');
          setShow(false);
        }}
      >
        Accept cookies
      </button>
    </aside>
  );
};
