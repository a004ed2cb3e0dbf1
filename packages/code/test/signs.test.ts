import { describe, expect, it } from 'vitest';
import { codeFile } from '../src/signs.js';

const signs = (path: string, text: string, from: string | undefined = path): string => {
  const file = codeFile(path, text, from);
  return file.is === 'signed' ? file.signs.join(' ') : file.is;
};
const TWIML = 'const twiml = new VoiceResponse();';

describe('signs', () => {
  it.each([
    ['src/voice.ts', TWIML, 'telephony'],
    ['src/voice.mjs', 'res.send(`<Response><Say>Hello</Say></Response>`)', 'telephony'],
    ['src/answer.cts', "res.json([{ action: 'talk', text: 'Hello' }]);", 'telephony'],
    ['src/plivo.js', "const plivo = require('plivo'); const r = plivo.Response();", 'telephony'],
    ['src/app.js', "app.use('/voice', voice);", 'routes'],
    ['src/app.js', `app.use('/voice', voice); ${TWIML}`, 'telephony routes'],
    ['docusaurus.config.ts', "export default { url: 'https://example.com' };", 'other'],
    ['docusaurus.config.ts', "export default { footer: { href: 'tel:+441632960000' } };", 'settings'],
    ['docs/.vitepress/config.ts', "import { nav } from './nav'; export default { nav };", 'settings'],
    ['docs/guide/contact.ts', "export const contact = { phone: '+44 20 7946 0000' };", 'left-alone'],
    ['src/constants/contact.ts', "export const contact = { phone: '+44 20 7946 0000' };", 'settings'],
    ['src/lib/data.ts', "export const siteConfig = { telephone: '020 7946 0000' };", 'settings'],
    ['src/lib/data.ts', "export const rows = { telephone: '020 7946 0000' };", 'other'],
    ['src/lib/form.ts', "export const contactForm = { phone: 'tel' };", 'other'],
    ['src/lib/schema.ts', "export const schema = { '@context': 'https://schema.org' };", 'settings'],
    ['src/locales/en.ts', "export default { phone: '020 7946 0000' };", 'settings'],
    ['src/consent.ts', "gtag('consent', 'default', { ad_storage: 'denied' });", 'settings'],
    ['src/Button.tsx', 'export const Button = () => <button>Go</button>;', 'other'],
    ['src/api.ts', 'export type ApiResponse = Response<string>;', 'other'],
    ['src/voice.d.ts', TWIML, 'other'],
    ['src/voice.py', TWIML, 'other'],
    ['src/Call.vue', TWIML, 'left-alone'],
    ['src/Call.svelte', '<button>Go</button>', 'other'],
    ['src/voice.test.ts', TWIML, 'left-alone'],
    ['test/voice.ts', TWIML, 'left-alone'],
    ['src/Call.stories.tsx', TWIML, 'left-alone'],
    ['dist/voice.js', TWIML, 'left-alone'],
    ['src/voice.js', `${TWIML}${';a=1'.repeat(300_000)}`, 'left-alone'],
    ['src/voice.js', `${TWIML}${';a=1'.repeat(10_000)}`, 'left-alone'],
    ['src/voice.js', `${TWIML}${'\n// a line of code that a person wrote by hand'.repeat(1000)}`, 'telephony'],
  ])('%s', (path, text, expected) => {
    expect(signs(path, text)).toBe(expected);
  });

  it('reads what was named, wherever it lies', () => {
    expect(codeFile('examples/ivr/voice.ts', TWIML, undefined).is).toBe('signed');
    expect(codeFile('examples/ivr/voice.ts', TWIML, 'voice.ts').is).toBe('signed');
  });
});
