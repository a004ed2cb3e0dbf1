export const Order = () => (
  <form>
    <input type="email" name="email" />
    <label>
      <input type="checkbox" name="marketingOptOut" defaultChecked /> Do not send me marketing
    </label>
    <label>
      <input type="checkbox" name="doNotSell" defaultChecked /> Do not share my data with third parties
    </label>
    <input type="checkbox" name="noNewsletter" defaultChecked />
    <label>
      <input type="checkbox" name="unsubscribe" defaultChecked /> Unsubscribe me from the newsletter
    </label>
  </form>
);
