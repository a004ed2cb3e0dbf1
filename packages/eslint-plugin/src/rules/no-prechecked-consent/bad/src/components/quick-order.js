import { signal } from '@preact/signals';

const updates = signal(true);

export const QuickOrder = () => (
  <form>
    <input name="email" type="email" />
    <label>
      <input type="checkbox" checked={updates.value} onInput={(event) => (updates.value = event.target.checked)} /> Receive e-mails with our deals
    </label>
  </form>
);
