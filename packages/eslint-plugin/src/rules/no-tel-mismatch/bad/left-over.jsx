export const Footer = () => <a href="tel:+1234567890">+44 330 555 0148</a>;
