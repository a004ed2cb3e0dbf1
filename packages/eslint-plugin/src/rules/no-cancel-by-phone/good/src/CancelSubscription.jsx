import { CancelButton } from './CancelButton';

// What a component that is not known does cannot be seen.
export const CancelSubscription = () => (
  <section>
    <p>Call us to cancel your subscription, or do it here.</p>
    <CancelButton />
  </section>
);
