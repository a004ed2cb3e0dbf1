import { auth } from '../../auth';
import { ContactForm } from '../../components/ContactForm';

export default async function ContactPage() {
  const session = await auth();

  return (
    <main>
      <h1>Contact us</h1>
      <p>
        Call us on <a href="tel:+443305550148">0330 555 0148</a>, every day from eight to eight, or write to us here.
      </p>
      <ContactForm from={session?.user?.email} />
    </main>
  );
}
