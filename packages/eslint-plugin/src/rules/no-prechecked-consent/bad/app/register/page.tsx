'use client';
import { useState } from 'react';

export default function Register() {
  const [email, setEmail] = useState('');
  const [marketingOptIn, setMarketingOptIn] = useState<boolean>(true);
  return (
    <form>
      <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <div>
        <input id="marketing" type="checkbox" checked={marketingOptIn} onChange={(event) => setMarketingOptIn(event.target.checked)} />
        <label htmlFor="marketing">Yes, I would like to receive special offers by e-mail</label>
      </div>
      <button>Create account</button>
    </form>
  );
}
