export const CloseAccountPage = () => (
  <p>
    You can close your account in your account settings. To close the account of somebody who has died, <a href="tel:+443305550148">call us</a>.
  </p>
);
