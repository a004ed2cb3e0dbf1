// options: {"allow": ["+448715550149"]}
// National numbers are judged only where the country is set.
export const SUPPORT_PHONE = '0871 555 0148';
export const VOTE_PHONE = '+44 871 555 0149';
export const FAX_NUMBER = '+44 871 555 0148';
export const ORDER_ID = '+44 871 555 0148';
export const PRICE = { phone: 871 };
export const SALES = { salesPhone: '+44 871 555 0148' };
export const placeholders = { phonePlaceholder: '+44 871 555 0148', phone: '+44 1632 960123' };
export const Arrow = () => <path d="M10 08715550148 09 0871 555 0148z" />;

export const Stated = () => (
  <p>
    Service: <a href="tel:+448715550148">0871 555 0148</a> (13p per minute plus your access charge)
  </p>
);

export const Dialler = ({ phone }: { phone: string }) => <a href={`tel:${phone}`}>{phone}</a>;
