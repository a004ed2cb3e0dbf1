export default async function Contact({ searchParams }) {
  const session = await auth();
  if (searchParams.topic !== 'my-order') return <ContactForm />;
  if (!session) redirect('/login');
  return <ContactForm order={searchParams.order} />;
}
