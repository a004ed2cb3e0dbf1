import { CONTACT } from '@/constants/contact';

const common = { locale: 'en_GB', url: 'https://ashby.example.co.uk' };

export const siteConfig = {
  ...common,
  name: 'Ashby Energy',
  telephone: CONTACT.phone,
  links: [{ href: 'tel:+443305550148', text: '0330 555 0148' }],
  mail: { from: 'no-reply@ashby.example' },
  support: 'Call us on 0330 555 0149, Monday to Friday',
} satisfies SiteConfig;
