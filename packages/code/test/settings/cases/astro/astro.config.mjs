import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://manuals.ashby.example.ie',
  integrations: [starlight({ title: 'Manuals', social: [{ icon: 'phone', label: 'Call', href: 'tel:+35312345678' }] })],
});
