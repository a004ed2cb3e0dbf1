import { useEffect } from 'react';
import { useRouter } from 'next/router';
import { useUser } from '../hooks/user';

export const FeedbackPage = () => {
  const { user, loading } = useUser();
  const router = useRouter();

  useEffect(() => {
    if (!loading && !user) {
      router.push('/login');
    }
  }, [loading, user, router]);

  return <FeedbackForm />;
};
