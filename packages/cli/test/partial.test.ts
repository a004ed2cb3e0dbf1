import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../src/config/resolve.js';
import type { Found } from '../src/find/find.js';
import { findFiles } from '../src/find/meant.js';
import { analyse } from '../src/run/analyse.js';
import { isPartialRun, type PartialRun } from '../src/run/partial.js';
import { NO_PROGRESS } from '../src/run/progress.js';
import { knownIn, partialRun } from '../src/run/share.js';
import { stopwatch } from '../src/run/stopwatch.js';
import { folderWith } from './folder.js';

const EXAMPLES = path.join(import.meta.dirname, '../../../examples');
const FLOW = `flow: sales
channel: phone
role: entry
steps:
  - verify: password
    if-wrong: end
  - transfer: billing
`;
const BILLING = `flow: billing
channel: phone
steps:
  - queue: Billing
    if-full: end
`;

/** A run over a folder, cut into parts as `partOf` says. */
const runIn = (cwd: string) => {
  const config = resolveConfig({ cwd, near: cwd, packs: ['strict'], config: 'none', date: '2026-11-30' });
  const files = findFiles(cwd, [], config);
  const request = { cwd, config, selection: { only: [], skip: [] }, files, keep: false, whole: true, watch: stopwatch(), progress: NO_PROGRESS };
  return {
    files,
    whole: async () => (await analyse(request)).report,
    part: async (some: readonly Found[]) => JSON.parse(JSON.stringify(await partialRun({ ...request, files: some }))) as PartialRun,
    joined: async (parts: readonly PartialRun[]) => (await analyse(request, { known: knownIn(parts, cwd) })).report,
  };
};

describe('parts of a run', () => {
  // Flows of a platform, documents, pages, and code.
  it.each(['connect-instance', 'operations', 'site', 'express-ivr', 'transfer-madness'])('say of the example %s what one run says', async (name) => {
    const cwd = folderWith({});
    cpSync(path.join(EXAMPLES, name), cwd, { recursive: true });
    const { files, whole, part, joined } = runIn(cwd);
    const parts = await Promise.all([0, 1].map((n) => part(files.filter((_, index) => index % 2 === n))));
    for (const one of parts) expect(isPartialRun(one)).toBe(true);
    expect(parts.flatMap((one) => one.files)).toHaveLength(files.length);
    expect(await joined(parts)).toEqual(await whole());
  });

  it('are not believed of files that have changed since', async () => {
    const cwd = folderWith({ 'a.yaml': FLOW, 'b.yaml': BILLING });
    const before = runIn(cwd);
    const parts = await Promise.all(before.files.map((file) => before.part([file])));
    writeFileSync(path.join(cwd, 'b.yaml'), BILLING.replace('if-full: end', 'if-full: elsewhere'));
    const after = runIn(cwd);
    expect(await after.joined(parts)).toEqual(await after.whole());
  });

  it.each([
    ['of another version', { schemaVersion: 2, key: '', rules: [], files: [] }],
    ['with a file without a digest', { schemaVersion: 1, key: '', rules: [], files: [{ path: 'a', is: 'read', problems: [], steps: 0 }] }],
    [
      'with a verdict of a rule that has no number',
      {
        schemaVersion: 1,
        key: '',
        rules: [],
        files: [
          {
            path: 'a',
            digest: '',
            is: 'read',
            problems: [],
            steps: 0,
            judged: [{ outline: {}, signature: '', artefacts: [], verdicts: [{ rule: 0 }] }],
          },
        ],
      },
    ],
    ['that are no map', []],
  ])('are refused: %s', (_, value) => {
    expect(isPartialRun(value)).toBe(false);
  });
});
