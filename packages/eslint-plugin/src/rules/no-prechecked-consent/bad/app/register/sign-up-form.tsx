import { useForm } from 'react-hook-form';

export function SignUpForm() {
  const { register, handleSubmit } = useForm({
    defaultValues: { name: '', email: '', password: '', subscribeToNewsletter: true, termsAccepted: false },
  });
  return (
    <form onSubmit={handleSubmit(console.log)}>
      <input {...register('email')} />
      <label>
        <input type="checkbox" {...register('subscribeToNewsletter')} />
        Keep me up to date
      </label>
    </form>
  );
}
