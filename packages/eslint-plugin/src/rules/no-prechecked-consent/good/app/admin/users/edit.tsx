import { useForm } from 'react-hook-form';

export const NewCustomer = () => useForm({ defaultValues: { name: '', email: '', acceptsMarketing: true } });
