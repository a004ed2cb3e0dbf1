import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const PATIENCE = 240_000;

const found = (): string | undefined => {
  const asked = process.env['CHROMIUM'];
  if (asked !== undefined && asked !== '') return asked;
  return [...KNOWN, chromium.executablePath()].find((file) => existsSync(file));
};

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { timeout: PATIENCE, stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** In CI on Debian the package is installed; anywhere else nothing but the cache of Playwright is written to. */
const install = (): void => {
  if (process.env['CI'] === 'true' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (succeeds('apt-get', 'update', '-qq') && succeeds('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')) return;
  }
  succeeds(process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium');
};

/** A browser to look at pages with: that of `CHROMIUM`, one that is installed, else one that is installed now. */
export const launch = async (): Promise<Browser> => {
  if (found() === undefined) install();
  const executablePath = found();
  if (executablePath === undefined)
    throw new Error(
      'The page can only be tested in a browser, and there is no Chromium. Install it (Debian: `apt-get install chromium`; elsewhere: `npx playwright-core install chromium`), or name one in the environment variable CHROMIUM.',
    );
  // Containers run as root, where Chromium has no sandbox; nothing is opened but the files that the tests write.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
};
