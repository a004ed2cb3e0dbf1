export const CallButton = () => (
  <a aria-hidden="true" href="tel:+443305550148">
    Call us
  </a>
);
