import { cancelMembership } from '../../actions';

export default function CancelPage() {
  return (
    <main>
      <h1>Cancel your membership</h1>
      <p>It ends with this month. You can come back at any time; we keep nothing but your invoices.</p>
      <form action={cancelMembership}>
        <button type="submit">Cancel my membership</button>
      </form>
      <a href="/account">Keep it</a>
    </main>
  );
}
