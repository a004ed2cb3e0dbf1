import { useEffect, useState } from 'react';

export function CookieChoices() {
  const [visible, setVisible] = useState(false);
  const [choices, setChoices] = useState({ necessary: true, analytics: true, marketing: false });

  useEffect(() => {
    setVisible(localStorage.getItem('cookies') === null);
  }, []);

  if (!visible) return null;
  return (
    <fieldset>
      <label>
        <input type="checkbox" checked={choices.necessary} disabled /> Necessary
      </label>
      <label>
        <input type="checkbox" checked={choices.analytics} onChange={() => setChoices({ ...choices, analytics: !choices.analytics })} /> Analytics
      </label>
      <label>
        <input type="checkbox" checked={choices.marketing} onChange={() => setChoices({ ...choices, marketing: !choices.marketing })} /> Marketing
      </label>
    </fieldset>
  );
}
