import { readFileSync } from 'node:fs';
import path from 'node:path';
// Used by this test alone and never shipped: its licence is MPL-2.0.
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/program.js';
import { folderWith, heard } from '../folder.js';
import { FLOW, openText, reportOf, SERVICE_LINE } from './open.js';

/** What axe has to say: each rule with the elements that break it; all its rules run, best practices too. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)} ${failureSummary ?? ''}`)))",
  );
};

/** A report of a whole folder, with a history of two days before it. */
const withHistory = async (): Promise<string> => {
  const cwd = folderWith({
    'carelint.yaml': 'extends: [recommended]\n',
    'service-line.yaml': FLOW,
    'other.yaml': FLOW.replace('telecom-line', 'other-line'),
  });
  for (const date of ['2026-01-15', '2026-06-01']) await runProgram(['score', '--record', '--date', date], heard(), cwd);
  await runProgram(['check', '--date', '2026-11-22', '--format', 'html=report.html'], heard(), cwd);
  return readFileSync(path.join(cwd, 'report.html'), 'utf8');
};

const withoutScript = (html: string): string => html.replace(/<script>.*?<\/script>/su, '');

const PHONE = { width: 360, height: 740 };

describe('axe finds nothing amiss', () => {
  it.each<readonly [string, BrowserContextOptions, boolean]>([
    ['in light colours', { colorScheme: 'light' }, true],
    ['in dark colours', { colorScheme: 'dark' }, true],
    ['in light colours without the script', { colorScheme: 'light' }, false],
    ['in dark colours without the script', { colorScheme: 'dark' }, false],
    ['on a phone', { colorScheme: 'light', viewport: PHONE }, true],
    ['on a phone in the dark without the script', { colorScheme: 'dark', viewport: PHONE }, false],
  ])(
    '%s',
    async (_, options, scripted) => {
      const html = await withHistory();
      const { page, amiss } = await openText(scripted ? html : withoutScript(html), options);
      expect(await page.locator('svg.trend').count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      expect(amiss).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('while a journey is played and findings are chosen', async () => {
    const { page } = await openText(await reportOf(SERVICE_LINE));
    await page.locator('article.drawn .player').first().getByRole('button', { name: 'Next' }).click();
    await page.locator('.filter select').first().selectOption('error');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('where nothing was found', async () => {
    const good =
      'flow: a\nchannel: phone\nlanguage: en\nsteps:\n  - person: Desk\n    if-not-solved: again\n    if-no-answer: again\nparts:\n  again:\n    - callback: Desk\n      within: 1 hour\n      by: same-person\n    - end: arranged\n';
    const { page } = await openText(await reportOf({ 'a.yaml': good }));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }, 60_000);
});

describe('the check list of a coach as a page', () => {
  const checklist = async (): Promise<string> => {
    const cwd = folderWith({ 'carelint.yaml': 'extends: [recommended]\n' });
    await runProgram(['checklist', '--format', 'html', '--output', 'list.html'], heard(), cwd);
    return readFileSync(path.join(cwd, 'list.html'), 'utf8');
  };

  it.each<readonly [string, BrowserContextOptions]>([
    ['in light colours', { colorScheme: 'light' }],
    ['in dark colours', { colorScheme: 'dark' }],
    ['on a phone', { colorScheme: 'light', viewport: PHONE }],
  ])(
    'axe finds nothing amiss %s',
    async (_, options) => {
      const { page, amiss } = await openText(await checklist(), options);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(amiss).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('is filled in by keyboard, and printed with boxes to tick that no page cuts in two', async () => {
    const { page, amiss } = await openText(await checklist());
    const first = page.getByRole('group').first();
    await first.getByLabel('Yes', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await first.getByLabel('No', { exact: true }).isChecked()).toBe(true);
    await first.getByRole('textbox', { name: /^Notes/u }).fill('At 2 minutes: “I ask my colleague.”');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('fieldset')).breakInside")).toBe('avoid');
    const box = await first.getByLabel('Yes', { exact: true }).boundingBox();
    expect(box?.width).toBeGreaterThan(8);
    expect(amiss).toEqual([]);
    await page.context().close();
  }, 60_000);
});

it('axe speaks where there is something amiss', async () => {
  const { page } = await openText('<!doctype html><title>x</title><img src="data:,"><p style="color:#ccc">faint</p>');
  expect((await violations(page)).map((said) => said.split(':')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'color-contrast', 'html-has-lang']),
  );
  await page.context().close();
});
