export const ContactLink = () => (
  <p>
    Call us: <a href="tel:+443305550148">0330 555 0148</a>
  </p>
);
