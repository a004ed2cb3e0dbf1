import { auth } from '@/auth';
import { ContactForm } from '@/components/contact-form';

export default async function ContactPage() {
  const session = await auth();
  return <ContactForm name={session?.user?.name} />;
}
