export const CancelOrder = ({ cancel, reason }) => (
  <button disabled={!reason} onClick={cancel}>
    Cancel the order
  </button>
);
