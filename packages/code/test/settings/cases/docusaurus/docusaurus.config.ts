import { themes } from 'prism-react-renderer';
import type { Config } from '@docusaurus/types';
import { footer } from './footer';

const config: Config = {
  title: 'Ashby manuals',
  url: 'https://manuals.ashby.example.co.uk',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  presets: [['classic', { docs: { sidebarPath: './sidebars.ts' }, gtag: { trackingID: 'G-1234567890' } }]],
  themeConfig: {
    announcementBar: { id: 'outage', content: 'No power? <a href="tel:03305550148">0330 555 0148</a>' },
    navbar: {
      items: [
        { to: '/docs', label: 'Manuals' },
        { href: 'tel:+443305550149', label: 'Call us' },
      ],
    },
    footer,
    prism: { theme: themes.github },
  } satisfies Preset.ThemeConfig,
};

export default config;
