export function Inbox() {
  const forward = async (data) => {
    try {
      await createTicket(data);
    } catch {}
  };
  return <List onForward={forward} />;
}
