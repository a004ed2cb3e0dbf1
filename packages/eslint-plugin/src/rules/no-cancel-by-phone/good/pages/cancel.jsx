// After a payment was broken off.
export default function Cancel() {
  return (
    <main>
      <h1>Payment cancelled</h1>
      <p>To cancel your order, please call us.</p>
      <a href="/contact">Contact</a>
    </main>
  );
}
