export function Footer() {
  return (
    <footer>
      Questions? <a href="tel:+448715550148">0330 555 0148</a>
    </footer>
  );
}
