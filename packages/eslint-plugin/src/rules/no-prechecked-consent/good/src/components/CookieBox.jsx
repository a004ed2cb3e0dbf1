import { useState } from 'react';

export function CookieBox() {
  const [choices, setChoices] = useState({ necessary: true, statistics: false });
  return (
    <fieldset>
      <label>
        <input type="checkbox" checked={choices.necessary} readOnly /> Strictly necessary cookies. No tracking.
      </label>
      <label>
        <input type="checkbox" checked={choices.statistics} onChange={() => setChoices({ ...choices, statistics: !choices.statistics })} /> Statistics
      </label>
    </fieldset>
  );
}
