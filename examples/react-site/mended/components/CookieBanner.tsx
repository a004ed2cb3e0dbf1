import { useState } from 'react';

export function CookieBanner({ onChoice }: { onChoice: (choice: 'all' | 'necessary') => void }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;

  const choose = (choice: 'all' | 'necessary') => {
    localStorage.setItem('cookie-consent', choice);
    onChoice(choice);
    setOpen(false);
  };

  return (
    <div role="dialog" aria-label="Cookies">
      <p>We would like to use cookies for analytics and advertising.</p>
      <button onClick={() => choose('all')}>Accept all cookies</button>
      <button onClick={() => choose('necessary')}>Reject all but the necessary ones</button>
    </div>
  );
}
