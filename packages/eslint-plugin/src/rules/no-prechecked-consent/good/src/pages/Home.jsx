import { useState } from 'react';
import Switch from '@mui/material/Switch';

function PlatformSettings() {
  const [newsletter, setNewsletter] = useState(true);
  return (
    <section>
      <Switch checked={newsletter} onChange={() => setNewsletter(!newsletter)} />
      <span>Subscribe to newsletter</span>
    </section>
  );
}

export function Overview() {
  const [news, setNews] = useState(true);
  return (
    <section>
      <h2>E-mail preferences</h2>
      <label>
        <Switch checked={news} onChange={() => setNews(!news)} /> Send me the newsletter
      </label>
      <PlatformSettings />
    </section>
  );
}
