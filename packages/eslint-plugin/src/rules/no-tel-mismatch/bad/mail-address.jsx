export const Footer = () => (
  <footer>
    <a href="tel:help@shop.example">help@shop.example</a>
    <a href={'tel:call-us'}>Call us</a>
  </footer>
);
