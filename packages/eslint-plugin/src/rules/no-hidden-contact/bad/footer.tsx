export const Footer = () => (
  <footer className="mt-8 text-center">
    <a className="hidden" href="tel:+443305550148">
      0330 555 0148
    </a>
    <div hidden>
      <a href="mailto:service@shop.example">service@shop.example</a>
    </div>
  </footer>
);
