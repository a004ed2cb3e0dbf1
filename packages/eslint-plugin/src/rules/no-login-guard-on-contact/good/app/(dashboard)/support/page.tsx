import { redirect } from 'next/navigation';
import { auth } from '@/auth';

export default async function SupportPage() {
  const session = await auth();
  if (!session) redirect('/login');
  return <ul />;
}
