// settings: {"country": "GB"}
export const Header = () => (
  <a href="tel:02075550148">
    <svg aria-hidden="true" />
    <span>020 7555 0184</span>
  </a>
);
