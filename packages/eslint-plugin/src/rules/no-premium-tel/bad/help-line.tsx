export const HelpLine = () => (
  <p>
    Call us: <a href="tel:+448715550148">0871 555 0148</a>
  </p>
);
