const footerIcons = { phone: 'M6.62 10.79c1.44 2.83 3.76 5.14 6.59 6.59' };
const Footer = {
  logo: { d: 'M 020 7946 0000 L 12', viewBox: '0 0 100 1000', className: 'w-1 h-10 p-1000' },
  build: '2024 1029 3847',
  phone: 'tel',
  phoneLabel: '1. Ring 2. Wait 3. Talk 4567',
};
export const isPhone = (phone = '0') => phone;
