import { describe, expect, it } from 'vitest';
import * as inPage from './in-page.js';
import { FLOW, open, openText, reportOf, SERVICE_LINE } from './open.js';

describe('the report as a page', () => {
  it('says on the first screen what goes wrong, for whom, where and what to do', async () => {
    const { page, amiss } = await open(SERVICE_LINE);
    expect(await page.locator('.verdict').textContent()).toMatch(/^\d+ things let customers down: \d+ serious/u);
    const card = page.locator('.card').first();
    const bounds = await card.boundingBox();
    expect(bounds!.y + bounds!.height).toBeLessThan(900);
    expect(await card.getByRole('heading').textContent()).toMatch(/^Serious .*cut off/u);
    expect(await card.locator('dt').allTextContents()).toEqual(['For whom', 'Where', 'Instead']);
    expect(await card.locator('dd').allTextContents()).toEqual([
      expect.stringMatching(/^Customers who call\. /u),
      expect.stringMatching(/^Service line \(service-line\.yaml, line \d+\)$/u),
      expect.stringMatching(/\w/u),
    ]);
    await card.getByRole('link').click();
    expect(page.url()).toMatch(/#f\d+$/u);
    expect(amiss).toEqual([]);
    await page.context().close();
  });

  it('plays a journey by mouse and by keyboard, and tells where it is', async () => {
    const { page, amiss } = await open(SERVICE_LINE);
    const article = page
      .locator('article.drawn')
      .filter({ has: page.locator('.journey li:nth-child(3)') })
      .first();
    const player = article.getByRole('group', { name: 'Play the journey' });
    const status = player.getByRole('status');
    const current = article.locator('li[aria-current=step]');
    const ringed = article.locator('.stop.now .badge text');
    await player.getByRole('button', { name: 'Next' }).click();
    expect(await status.textContent()).toMatch(/^Station 1 of \d+: /u);
    expect(await player.getByRole('button', { name: 'Back' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toMatch(/^Station 2 of \d+: /u);
    await page.keyboard.press('ArrowRight');
    expect([await current.getAttribute('value'), await ringed.first().textContent()]).toEqual(['3', '3']);
    await page.keyboard.press('ArrowLeft');
    expect(await current.getAttribute('value')).toBe('2');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    expect(await current.count()).toBe(1);
    expect(await player.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
    const ring = await article.locator('.stop.now .ring').first().boundingBox();
    const view = await article.locator('.view').boundingBox();
    expect(ring!.y).toBeGreaterThan(view!.y);
    expect(ring!.y + ring!.height).toBeLessThan(view!.y + view!.height);
    expect(amiss).toEqual([]);
    await page.context().close();
  });

  it('shows the findings that are chosen', async () => {
    const { page, amiss } = await open(SERVICE_LINE);
    const visible = page.locator('article:visible');
    const all = await visible.count();
    await page.getByLabel('How grave').selectOption('advice');
    const advice = await visible.count();
    expect(advice).toBeGreaterThan(0);
    expect(advice).toBeLessThan(all);
    expect(await page.locator('.filter').getByRole('status').textContent()).toBe(`${advice} of ${all} shown`);
    await page.getByRole('searchbox', { name: 'Words' }).fill('no such words');
    expect(await visible.count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => visible.count()).toBe(all);
    expect(amiss).toEqual([]);
    await page.context().close();
  });

  it('is a plain document without its script, and on paper', async () => {
    const { page } = await open(SERVICE_LINE, { javaScriptEnabled: false });
    expect(await page.locator('.player:visible, .filter:visible, #theme:visible').count()).toBe(0);
    expect(await page.locator('article:visible').count()).toBe(await page.locator('article').count());
    expect(await page.locator('article.drawn svg.drawing:visible').count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('nav:visible').count()).toBe(0);
    expect(await page.locator('.journey:visible').count()).toBe(await page.locator('.journey').count());
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });

  it('does not need to be scrolled sideways on a phone', async () => {
    const { page } = await open(SERVICE_LINE, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('never takes what a baseline hides for nothing, nor what could not be read', async () => {
    const html = await reportOf({ ...SERVICE_LINE, 'broken.yaml': 'flow: x\nsteps:\n\t- say: a\n' }, '--update-baseline');
    const { page } = await openText(html);
    const header = await page.getByRole('banner').textContent();
    expect(header).not.toContain('Nothing found.');
    expect(header).toMatch(/1 file could not be read/u);
    await page.context().close();
  });

  it('stays small with a thousand findings, and draws each flow once', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`line-${index}.yaml`, FLOW.replace('telecom-line', `line-${index}`)]));
    const html = await reportOf(files);
    expect(html.split('<article ').length - 1).toBe(1020);
    expect(html.length).toBeLessThan(5e6);
    expect(html.split('class="node k-start"').length - 1).toBeLessThanOrEqual(40);
    expect(html).toMatch(/The flows of \d+ findings are not drawn: there are too many for one page\./u);
  }, 60_000);

  it('is no page of the service that it tells of', async () => {
    const html = await reportOf({ 'report.html': await reportOf(SERVICE_LINE), 'a.yaml': FLOW });
    expect(html).not.toContain('1 site');
    expect(html).toContain('Read 1 of 2 files');
  });

  it('says so when nothing was found', async () => {
    const good =
      'flow: a\nchannel: phone\nlanguage: en\nsteps:\n  - person: Desk\n    if-not-solved: again\n    if-no-answer: again\n  - end: solved\nparts:\n  again:\n    - callback: Desk\n      within: 1 hour\n      by: same-person\n    - end: arranged\n';
    const { page, amiss } = await open({ 'a.yaml': good });
    expect(await page.locator('.verdict').textContent()).toMatch(/^(?:Nothing found\.|\d+ things? lets? customers down)/u);
    expect(await page.getByRole('heading', { name: 'What could not be judged' }).count()).toBeGreaterThan(0);
    expect(amiss).toEqual([]);
    await page.context().close();
  });
});

describe('everybody can use the page', () => {
  it.each(['light', 'dark'] as const)('in %s colours: names, headings, landmarks, contrast', async (colorScheme) => {
    const { page } = await open(SERVICE_LINE, { colorScheme });
    expect(await page.evaluate(inPage.nameless)).toEqual([]);
    expect(await page.evaluate(inPage.skippedHeadings)).toEqual([]);
    expect(await page.evaluate(inPage.sameIds)).toEqual([]);
    expect(await page.evaluate(inPage.brokenReferences)).toEqual([]);
    expect(await page.evaluate(inPage.faint)).toEqual([]);
    expect(await page.evaluate(inPage.unstyled)).toEqual([]);
    for (const role of ['banner', 'navigation', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  it('the switch of colours wins over the system, in both directions', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, amiss } = await open(SERVICE_LINE, { colorScheme });
      const background = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const before = await background();
      await page.locator('#theme').click();
      expect(await background()).not.toBe(before);
      expect(await page.evaluate(inPage.faint)).toEqual([]);
      await page.locator('#theme').click();
      expect(await background()).toBe(before);
      expect(amiss).toEqual([]);
      await page.context().close();
    }
  });

  it('the keyboard comes to everything, from the top down, and sees where it is', async () => {
    const { page } = await open(SERVICE_LINE);
    const stops: string[] = [];
    for (let count = 0; count < 12; count++) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate<string>(inPage.focused));
    }
    expect(stops[0]).toBe('a To the findings');
    expect(stops[1]).toBe('button Dark colours');
    expect(stops[2]).toBe('a The worst first');
    expect(stops.filter((stop) => stop.startsWith('a See what happens'))).toHaveLength(3);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    expect(await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count()).toBe(0);
    await page.context().close();
  });

  it('texts in other languages are marked', async () => {
    const { page } = await open({ 'a.yaml': FLOW.replace('language: en', 'language: de-DE') });
    expect(await page.locator('.told span[lang="de-DE"]').count()).toBeGreaterThan(0);
    expect(await page.locator('svg text[lang="de-DE"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('hostile texts', () => {
  const NASTY = [
    '<script>alert(1)</script>',
    '</style><script>alert(2)</script>',
    '<img src=x onerror=alert(3)>',
    '" onmouseover="alert(4)',
    'javascript:alert(5)',
    ']]><svg onload=alert(6)>',
    '\u202etxet\u202c',
    '</svg></template><iframe src=https://example.com>',
    '{{x}} ${x} &lt;b&gt; &#60;b&#62;',
  ];

  it('are shown and mean nothing', async () => {
    const words = NASTY.join(' ');
    const flow = FLOW.replace('title: Service line', `title: ${JSON.stringify(words)}`).replaceAll(
      /- say: (.*)$/gmu,
      (_, said: string) => `- say: ${JSON.stringify(`${NASTY.at(said.length % NASTY.length) ?? ''} ${said}`)}`,
    );
    const { page, amiss } = await open({ 'a.yaml': flow });
    expect(await page.evaluate(inPage.dangers)).toEqual([]);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('style').count()).toBe(1);
    expect(await page.locator('.home h3').first().textContent()).toContain('<script>alert(1)</script>');
    for (const article of await page.locator('article.drawn .player').all()) await article.getByRole('button', { name: 'Next' }).click();
    expect(amiss).toEqual([]);
    await page.context().close();
  });
});
