export default function Page() {
  return (
    <main>
      <h1>End your membership</h1>
      <p>
        If you want to cancel your membership, please call us on <a href="tel:+443305550148">0330 555 0148</a>.
      </p>
    </main>
  );
}
