export const CheckoutContact = () => (
  <form>
    <input type="email" name="email" />
    <CheckboxField id="newsletter" defaultChecked>
      Become a V.I.P. before all others
    </CheckboxField>
  </form>
);
