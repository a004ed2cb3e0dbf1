import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/contact')({
  beforeLoad: ({ context }) => {
    if (!context.auth.isAuthenticated) throw redirect({ to: '/sign-in' });
  },
  component: () => <h1>Contact</h1>,
});
