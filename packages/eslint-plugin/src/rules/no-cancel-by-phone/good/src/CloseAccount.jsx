export const CloseAccount = () => (
  <p>
    To close the account of somebody who has died, <a href="tel:+443305550148">call us</a>.
  </p>
);

export const CloseMyAccount = ({ children }) => (
  <div>
    <p>Call us to close your account.</p>
    {children}
  </div>
);
