import { redirect } from 'next/navigation';
import { auth } from '../../auth';
import { ContactForm } from '../../components/ContactForm';

export default async function ContactPage() {
  const session = await auth();
  if (!session?.user) redirect('/login?next=/contact');

  return (
    <main>
      <h1>Contact us</h1>
      <ContactForm from={session.user.email} />
    </main>
  );
}
