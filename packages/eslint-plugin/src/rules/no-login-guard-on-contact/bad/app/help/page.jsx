import { auth } from '@clerk/nextjs/server';

export default async function Page() {
  await auth.protect();
  return <h1>How can we help?</h1>;
}
