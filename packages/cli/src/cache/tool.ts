import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../run/key.js';
import { version } from '../version.js';

const orNone = <T>(look: () => T): T | 'none' => {
  try {
    return look();
  } catch {
    return 'none';
  }
};

/** The reader of code, which is installed apart. */
const codeReader = (): unknown =>
  orNone(() => {
    const { size, mtimeMs } = statSync(fileURLToPath(import.meta.resolve('@carelint/code')));
    return [size, mtimeMs];
  });

/** The command as it was built: parts of a bundle are named by their content, but for the first. */
const build = (): unknown => {
  const here = import.meta.dirname;
  return [orNone(() => readdirSync(here).sort()), orNone(() => sha256(readFileSync(path.join(here, '..', 'main.js'))))];
};

/** What the answer to the same question depends on besides the version: two builds may share one, and Node brings the tables of Unicode along. */
export const toolKey = (): string => {
  const { unicode, icu, v8 } = process.versions;
  return sha256(Buffer.from(JSON.stringify([version(), build(), codeReader(), unicode, icu, v8])));
};
