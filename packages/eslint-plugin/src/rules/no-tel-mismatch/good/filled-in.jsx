export const Links = ({ phone, ext, children, isDutch }) => (
  <ul>
    <li><a href={`tel:${phone}`}>{phone}</a></li>
    <li><a href="tel:+443305550149">0330 555 0148 {ext}</a></li>
    <li><a href="tel:+443305550149">{children}</a></li>
    <li><a href={isDutch ? 'tel:+31205550149' : 'tel:+443305550149'}>0330 555 0149</a></li>
    <li><a href="tel:+443305550149">Call us, seven days a week</a></li>
    <li><a href="tel:+443305550149;ext=12">0330 555 0149</a></li>
    <li><a href="tel:PHONE_NUMBER">PHONE NUMBER</a></li>
    <li><a href="tel:+15550100123">+1 555 010 0199</a></li>
    <li><a href="tel:18005550123">1-800-555-0123</a></li>
  </ul>
);
