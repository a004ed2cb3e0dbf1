import { useState } from 'react';

export function SignUp({ join }: { join: (values: { email: string; newsletter: boolean }) => Promise<void> }) {
  const [email, setEmail] = useState('');
  const [newsletter, setNewsletter] = useState(false);

  return (
    <form onSubmit={() => join({ email, newsletter })}>
      <label>
        E-mail <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      </label>
      <label>
        <input type="checkbox" checked={newsletter} onChange={(event) => setNewsletter(event.target.checked)} />
        Send me offers and the newsletter
      </label>
      <button type="submit">Join</button>
    </form>
  );
}
