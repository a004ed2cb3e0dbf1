import { useForm } from '@tanstack/react-form';

export const useSignUp = () =>
  useForm({
    defaultValues: { firstName: '', email: '', marketingConsent: true },
  });
