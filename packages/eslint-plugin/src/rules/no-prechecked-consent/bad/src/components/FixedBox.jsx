export const DonateForm = ({ onToggle }) => (
  <form>
    <input type="text" name="fullName" />
    <input id="news" type="checkbox" checked={true} onChange={onToggle} />
    <label htmlFor="news">Subscribe to our newsletter</label>
  </form>
);
