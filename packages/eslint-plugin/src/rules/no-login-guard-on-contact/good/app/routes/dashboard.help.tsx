import { requireUserId } from '~/session.server';

export const loader = async ({ request }) => ({ userId: await requireUserId(request) });
