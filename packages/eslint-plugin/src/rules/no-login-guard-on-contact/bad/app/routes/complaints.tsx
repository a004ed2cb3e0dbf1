import { requireUserId } from '~/session.server';

export async function loader({ request }) {
  const userId = await requireUserId(request);
  return { userId };
}

export default function Complaints() {
  return <form method="post">…</form>;
}
