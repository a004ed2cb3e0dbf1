import { cancelMembership } from './actions';

export default function Page() {
  return (
    <main>
      <h1>End your membership</h1>
      <form action={cancelMembership}>
        <button>End it now</button>
      </form>
      <p>
        If you want to cancel by phone, call us on <a href="tel:+443305550148">0330 555 0148</a>.
      </p>
    </main>
  );
}
