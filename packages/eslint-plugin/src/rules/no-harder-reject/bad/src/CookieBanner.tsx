import { useEffect, useState } from 'react';

export default function CookieBanner() {
  const [visible, setVisible] = useState(false);
  const [showDetails, setShowDetails] = useState(false);

  useEffect(() => {
    if (!localStorage.getItem('cookie-consent')) setVisible(true);
  }, []);

  const acceptAll = () => {
    localStorage.setItem('cookie-consent', 'all');
    setVisible(false);
  };
  const rejectAll = () => {
    localStorage.setItem('cookie-consent', 'none');
    setVisible(false);
  };

  if (!visible) return null;
  return (
    <div role="dialog">
      <p>We use cookies to analyse our traffic and to show advertising that fits.</p>
      <button onClick={acceptAll}>Accept all</button>
      <button onClick={() => setShowDetails(true)}>Manage preferences</button>
      {showDetails && (
        <div>
          <button onClick={rejectAll}>Reject all</button>
        </div>
      )}
    </div>
  );
}
