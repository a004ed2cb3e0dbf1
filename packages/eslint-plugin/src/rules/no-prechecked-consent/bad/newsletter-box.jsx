export const NewsletterBox = () => (
  <label>
    <input type="checkbox" name="newsletter" defaultChecked /> Send me the newsletter
  </label>
);
