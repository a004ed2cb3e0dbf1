export const AboutYou = ({ person }) => (
  <form>
    <input name="city" defaultValue={person.city} />
    <input type="email" name="email" defaultValue={person.email} />
    <label>
      <input type="checkbox" defaultChecked /> Subscribe me to the newsletter
    </label>
    <button type="submit">Update</button>
  </form>
);
