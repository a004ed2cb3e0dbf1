import { useState } from 'react';

export default function CookieBanner({ choose }) {
  const [visible, setVisible] = useState(true);
  const [showSettings, setShowSettings] = useState(false);
  if (!visible) return null;
  return (
    <div role="dialog">
      <p>We use cookies for analytics and advertising.</p>
      <button onClick={() => choose('all')}>Accept all</button>
      <button onClick={() => choose('necessary')}>Only necessary</button>
      <button onClick={() => setShowSettings(true)}>Settings</button>
      {showSettings && <button onClick={() => setVisible(false)}>Save</button>}
    </div>
  );
}
