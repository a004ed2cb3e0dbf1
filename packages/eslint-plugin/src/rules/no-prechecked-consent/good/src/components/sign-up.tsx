import { useState } from 'react';
import { useForm } from 'react-hook-form';

export function SignUp() {
  const [newsletter, setNewsletter] = useState(false);
  const [open, setOpen] = useState(true);
  const { register } = useForm({ defaultValues: { email: '', marketingConsent: false, rememberMe: true } });
  return (
    <form hidden={!open}>
      <input {...register('email')} />
      <label>
        <input type="checkbox" checked={newsletter} onChange={(event) => setNewsletter(event.target.checked)} /> Send me the newsletter
      </label>
      <label>
        <input type="checkbox" {...register('marketingConsent')} /> Send me offers
      </label>
      <label>
        <input type="checkbox" {...register('rememberMe')} /> Remember me
      </label>
      <button type="button" onClick={() => setOpen(false)}>
        Close
      </button>
    </form>
  );
}
