import { defineConfig } from 'vitepress';

export default defineConfig({
  lang: 'de-DE',
  themeConfig: {
    socialLinks: [{ icon: 'github', link: 'https://github.com/ashby/1029384756' }],
    footer: { message: 'Rufen Sie an: 030 23125 148', copyright: '© 2024-2025' },
    nav: [{ text: '030 23125 149', link: 'tel:+4930231250149' }],
  },
});
