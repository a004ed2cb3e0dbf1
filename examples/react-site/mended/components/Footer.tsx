export function Footer() {
  return (
    <footer>
      Questions? <a href="tel:+443305550148">0330 555 0148</a>
    </footer>
  );
}
