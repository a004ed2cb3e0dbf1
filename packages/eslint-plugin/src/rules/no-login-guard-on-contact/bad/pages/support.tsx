import { getServerSession } from 'next-auth';

export async function getServerSideProps({ req, res }) {
  const session = await getServerSession(req, res, {});
  if (!session) {
    return { redirect: { destination: '/api/auth/signin', permanent: false } };
  }
  return { props: {} };
}

export default function Support() {
  return <p>Write to us, we answer within a day.</p>;
}
