export default function Support() {
  const { user } = useUser();
  const router = useRouter();
  // Who has not signed in may read all, and signs in to open a case.
  const openCase = () => {
    if (!user) {
      router.push('/login');
      return;
    }
    router.push('/cases/new');
  };
  if (user && user.isBlocked) router.push('/login');
  return <button onClick={openCase}>Open a case</button>;
}
