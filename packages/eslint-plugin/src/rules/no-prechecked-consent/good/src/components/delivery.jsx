export const Delivery = () => (
  <form>
    <input type="email" name="email" />
    <label>
      <input type="checkbox" name="subscribe" defaultChecked /> Subscribe &amp; save 10 %
    </label>
  </form>
);
