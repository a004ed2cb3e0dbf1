export async function loader() {
  const session = await auth();
  if (!session) return redirect('/login');
}
