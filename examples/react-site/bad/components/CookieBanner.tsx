import { useState } from 'react';

export function CookieBanner({ onAccept }: { onAccept: () => void }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;

  const acceptAll = () => {
    localStorage.setItem('cookie-consent', 'all');
    onAccept();
    setOpen(false);
  };

  return (
    <div role="dialog" aria-label="Cookies">
      <p>We use cookies for analytics and advertising.</p>
      <button onClick={acceptAll}>Accept all cookies</button>
      <a href="/cookie-settings">Manage preferences</a>
    </div>
  );
}
