export const CancelSubscription = ({ cancel, reason }) => (
  <button disabled={!reason} onClick={cancel}>
    Cancel the subscription
  </button>
);
