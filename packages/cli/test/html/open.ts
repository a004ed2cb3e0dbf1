import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { runProgram } from '../../src/program.js';
import { folderWith, heard } from '../folder.js';
import { launch } from './browser.js';

/** A flow of some sixty steps in which much goes wrong. */
export const FLOW = readFileSync(path.join(import.meta.dirname, 'service-line.yaml'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 600_000);
afterAll(() => browser.close());

/** A page, opened. */
interface Opened {
  readonly page: Page;
  /** What went wrong: errors, messages of the console, dialogs, and everything that the page asked for besides itself. */
  readonly amiss: readonly string[];
}

const made = new Map<string, string>();

/** The report of these files, made once. */
export const reportOf = async (files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> => {
  const key = JSON.stringify([files, args]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const cwd = folderWith(files);
  const output = heard();
  await runProgram(['check', '--config', 'none', '--format', 'html=report.html', ...args, ...Object.keys(files)], output, cwd);
  const html = readFileSync(path.join(cwd, 'report.html'), 'utf8');
  made.set(key, html);
  return html;
};

/** Opens the report of these files. */
export const open = async (files: Readonly<Record<string, string>>, options: BrowserContextOptions = {}): Promise<Opened> =>
  openText(await reportOf(files), options);

export const openText = async (html: string, options: BrowserContextOptions = {}): Promise<Opened> => {
  const cwd = folderWith({ 'report.html': html });
  const url = pathToFileURL(path.join(cwd, 'report.html')).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const amiss: string[] = [];
  page.on('console', (message) => amiss.push(`console: ${message.text()}`));
  page.on('pageerror', ({ message }) => amiss.push(`error: ${message}`));
  page.on('dialog', (dialog) => {
    amiss.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) amiss.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, amiss };
};

export const SERVICE_LINE = { 'service-line.yaml': FLOW };
