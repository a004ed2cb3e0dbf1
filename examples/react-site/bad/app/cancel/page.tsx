export default function CancelPage() {
  return (
    <main>
      <h1>Cancel your membership</h1>
      <p>To cancel, please call us on 0330 555 0148 between nine and five.</p>
      <a href="/offers">No thanks, I don't want to save money</a>
    </main>
  );
}
