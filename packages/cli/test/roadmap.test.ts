import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const entry = (name: string): string => `flow: ${name}
channel: phone
role: entry
anywhere: { if-broken: away }
steps:
  - say: Welcome to ${name}.
  - verify: pin
    saying: Your PIN?
    tries: 2
    if-wrong: away
    if-silent: away
  - queue: Desk
    wait-at-most: 2 minutes
    if-too-long: away
    if-full: away
    if-closed: away
parts:
  away:
    - transfer: goodbye
      to: flow
`;
const GOODBYE = 'flow: goodbye\nchannel: phone\nrole: sub-flow\nsteps:\n  - say: We cannot help you.\n  - end: not-solved\n';
const ENTRIES = ['bills', 'moving', 'faults'];
const SERVICE = { 'goodbye.yaml': GOODBYE, ...Object.fromEntries(ENTRIES.map((name) => [`${name}.yaml`, entry(name)])) };

interface Item {
  readonly kind: string;
  readonly certainty: string;
  readonly file: string;
  readonly step?: string;
  readonly added: number;
  readonly places: number;
  readonly entries: readonly string[];
  readonly harm: number;
  readonly findings: readonly { readonly fingerprint: string; readonly level: string }[];
}

const run = async (cwd: string, ...args: readonly string[]) => {
  const output = heard();
  const status = await runProgram(args, output, cwd);
  return { status, out: output.outText(), err: output.errText(), words: output.outText().replace(/\s+/gu, ' ') };
};
const itemsOf = async (cwd: string): Promise<readonly Item[]> =>
  (JSON.parse((await run(cwd, 'roadmap', '--format', 'json')).out) as { items: Item[] }).items;
const printsOf = async (cwd: string): Promise<readonly string[]> =>
  (JSON.parse((await run(cwd, 'check', '--format', 'json')).out) as { findings: { fingerprint: string }[] }).findings.map(
    ({ fingerprint }) => fingerprint,
  );

describe('carelint roadmap', () => {
  it('puts the shared hang-up first, and mends what it says when that is done', async () => {
    const folder = folderWith(SERVICE);
    const [first] = await itemsOf(folder);
    expect(first).toMatchObject({ kind: 'help', certainty: 'checked', file: 'goodbye.yaml', places: 1, added: 0 });
    expect(first?.entries).toHaveLength(3);
    expect(first?.findings.length).toBeGreaterThanOrEqual(6);
    const before = await printsOf(folder);
    writeFileSync(path.join(folder, 'goodbye.yaml'), GOODBYE.replace('- end: not-solved', '- person: Desk'));
    const after = await printsOf(folder);
    expect(before.filter((print) => !after.includes(print))).toEqual(
      expect.arrayContaining(first?.findings.map(({ fingerprint }) => fingerprint) ?? ['none']),
    );
    expect(after.filter((print) => !before.includes(print))).toEqual([]);
  });

  it('is about every finding once, the most useful first', async () => {
    const folder = folderWith(SERVICE);
    const items = await itemsOf(folder);
    expect(items.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)).sort()).toEqual([...(await printsOf(folder))].sort());
    const use = items.map(({ harm, places }) => harm / places);
    expect(use).toEqual([...use].sort((a, b) => b - a));
  });

  it('tells people what to do, who suffers and what it is worth', async () => {
    const { words, status } = await run(folderWith(SERVICE), 'roadmap', '--top', '1');
    expect(status).toBe(0);
    expect(words).toContain('Instead of ending the contact at “not-solved”, help them there: by a person, a callback or voicemail.');
    expect(words).toMatch(/Mends \d+ errors.*: judged again with a person there, and they are gone\./u);
    expect(words).toContain('customers come there from 3 entries (bills, faults and moving)');
    expect(words).toContain('Who suffers: ');
    expect(words).toMatch(/\d+ more items?: `--top \d+` shows all\./u);
  });

  it('says so where nothing is to be mended', async () => {
    const folder = folderWith({ 'a.yaml': 'flow: a\nchannel: phone\nrole: sub-flow\nsteps:\n  - say: Hello.\n  - return\n' });
    expect((await run(folder, 'roadmap')).words).toContain('Nothing was found, so that there is nothing to mend.');
  });

  it('writes Markdown in which nothing acts', async () => {
    const folder = folderWith({
      'goodbye.yaml': GOODBYE,
      'bills.yaml': entry('bills').replace('- queue: Desk', '- queue: "<img src=x> [a](http://b)"'),
    });
    expect((await run(folder, 'roadmap', '--format', 'markdown', '--top', '99', '--output', 'plan.md')).out).toBe('');
    const text = readFileSync(path.join(folder, 'plan.md'), 'utf8');
    expect(text).toMatch(/^# What to mend first\n/u);
    expect(text).not.toMatch(/<img|\[a\]/u);
  });

  it('refuses a number of items that is none', async () => {
    expect(await run(folderWith(SERVICE), 'roadmap', '--top', 'all')).toMatchObject({
      status: 2,
      err: '`--top all` is no number of items. Write one from 1 on: `--top 20`.\n',
    });
  });

  it('is quick for a thousand findings', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [
        [`g${i}.yaml`, GOODBYE.replace('goodbye', `goodbye-${i}`)],
        ...ENTRIES.map((name) => [`${name}${i}.yaml`, entry(`${name}-${i}`).replace('transfer: goodbye', `transfer: goodbye-${i}`)]),
      ]).flat() as [string, string][],
    );
    const folder = folderWith(files);
    const begun = performance.now();
    const items = await itemsOf(folder);
    expect(items.reduce((sum, { findings }) => sum + findings.length, 0)).toBeGreaterThan(1000);
    expect(performance.now() - begun).toBeLessThan(20_000);
  }, 30_000);
});
