import { useForm } from 'react-hook-form';
import { toast } from 'sonner';

export default function Page() {
  const { register, handleSubmit, reset } = useForm();
  const onSubmit = async (values) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    toast.success('Your message has been sent');
  };
  return (
    <form onSubmit={handleSubmit(onSubmit)}>
      <input {...register('email')} />
      <textarea {...register('message')} />
      <button>Send</button>
    </form>
  );
}
