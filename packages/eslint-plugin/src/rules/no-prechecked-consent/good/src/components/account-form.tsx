import { useEffect } from 'react';
import { useForm } from 'react-hook-form';

export function MailForm({ load }) {
  const { register, reset } = useForm({ defaultValues: { email: '', newsletter: true } });
  useEffect(() => {
    load().then((data) => reset(data));
  }, [load, reset]);
  return (
    <label>
      <input type="checkbox" {...register('newsletter')} /> Newsletter
    </label>
  );
}
