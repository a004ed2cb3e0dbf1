// options: {"even-if-stated": true, "costs": ["premium", "shared"]}
export const Numbers = () => (
  <ul>
    <li>
      Service: <a href="tel:+448715550148">0871 555 0148</a> (13p per minute)
    </li>
    <li>
      Service: <a href="tel:+491805123456">0180 5 123456</a>
    </li>
  </ul>
);
