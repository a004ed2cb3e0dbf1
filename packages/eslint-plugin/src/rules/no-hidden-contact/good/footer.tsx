export const Footer = () => (
  <footer className="mt-8 text-center">
    <a className="hidden md:block" href="tel:+443305550148">
      0330 555 0148
    </a>
    <a href="mailto:service@shop.example">service@shop.example</a>
    <span aria-hidden="true">
      <a href="mailto:service@shop.example">Write to us</a>
    </span>
  </footer>
);
