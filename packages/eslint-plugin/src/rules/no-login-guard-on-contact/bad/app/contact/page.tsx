import { redirect } from 'next/navigation';
import { auth } from '@/auth';
import { ContactForm } from '@/components/contact-form';

export default async function ContactPage() {
  const session = await auth();
  if (!session?.user) redirect('/login?next=/contact');
  return <ContactForm name={session.user.name} />;
}
