// options: { "allow": ["/help"] }
export default async function Help() {
  await auth.protect();
  return null;
}
