import type { PackDocument } from '@carelint/policy-schema';
import { validate } from '@carelint/policy-schema';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';
import { foldersIn, HOME, textOf } from './house.js';

const packs = readdirSync(path.join(HOME, 'policies/packs'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => load(readFileSync(path.join(HOME, 'policies/packs', name), 'utf8')) as PackDocument);
const ofLaw = packs.filter(({ status }) => status !== undefined);
const certainty = new Map(
  foldersIn('policies')
    .filter((promise) => !['packs', 'words'].includes(promise))
    .flatMap((promise) => foldersIn('policies', promise).map((id) => [id, `${promise}/${id}`] as const))
    .map(([id, folder]) => [id, (load(textOf('policies', folder, 'rule.yaml')) as { certainty: string }).certainty] as const),
);

describe.each(packs)('pack $pack', (pack) => {
  it('has the form of a pack, and rules that exist with options that they have', () => {
    expect(validate('pack', pack)).toEqual([]);
    expect(Object.keys(pack.rules).filter((id) => !certainty.has(id))).toEqual([]);
    expect(validate('config', { rules: pack.rules })).toEqual([]);
  });
});

describe.each(ofLaw)('pack $pack, of a law or standard', (pack) => {
  it('says for whom it holds, since when, who says so, how sure, and when it was checked', () => {
    expect(pack).toMatchObject({ 'applies-if': expect.any(String) as string, sure: expect.any(String) as string });
    expect(pack).toMatchObject({ 'checked-on': expect.any(String) as string, source: expect.any(Array) as string[] });
  });

  it('ties every rule to a demand, and says of every demand what looks for it or why nothing does', () => {
    const demanded = (pack.demands ?? []).flatMap(({ rules = [] }) => rules);
    expect([...new Set(demanded)].sort()).toEqual(Object.keys(pack.rules).sort());
    expect((pack.demands ?? []).filter(({ rules, open }) => rules === undefined && open === undefined)).toEqual([]);
  });

  it('names rules that may be mistaken as advice only', () => {
    const louder = Object.entries(pack.rules).filter(([id, level]) => certainty.get(id) === 'low' && level !== 'advice');
    expect(louder).toEqual([]);
  });
});

describe('the command', () => {
  const EXAMPLE = 'examples/transfer-madness';
  const json = (date: string): { packs: object[]; findings: { rule: string; level: string; packs?: object[] }[] } =>
    JSON.parse(carelint([EXAMPLE, '--pack', 'es-ley-10-2025', '--date', date, '--format', 'json']).stdout) as ReturnType<typeof json>;

  it('lets the day of the run decide', () => {
    const [before, after] = [json('2026-12-27'), json('2026-12-28')];
    expect(before.packs).toMatchObject([{ pack: 'es-ley-10-2025', standing: 'to-be-met', judgedOn: '2026-12-27', adaptBy: '2026-12-28' }]);
    expect(new Set(before.findings.map(({ level }) => level))).toEqual(new Set(['advice']));
    expect(after.packs).toMatchObject([{ standing: 'in-force' }]);
    expect(after.findings.length).toBe(before.findings.length);
    expect(after.findings.some(({ level }) => level === 'error')).toBe(true);
    for (const { level, packs: asking } of after.findings) expect(asking).toEqual([{ pack: 'es-ley-10-2025', level }]);
  });

  it('tells of laws in every form, and never that all is well with one', () => {
    const outputs = [
      ...['terminal', 'github', 'json', 'sarif'].map((format) =>
        carelint([EXAMPLE, '--pack', 'gethuman', '--pack', 'dsa-contact', '--format', format]),
      ),
      carelint(['packs']),
      carelint(['rules', '--pack', 'gethuman']),
      carelint(['explain', 'dsa-contact']),
    ].map(({ stdout }) => stdout);
    for (const output of outputs) expect(output).not.toMatch(/complian/iu);
    // What `explain` says of the others has the same frame, and their own words.
    expect(JSON.stringify(ofLaw)).not.toMatch(/complian/iu);
    for (const output of outputs.slice(0, 4)) expect(output).toContain('gethuman');
    expect(outputs[0]).toContain('gethuman (a standard, not a law): ');
    expect(outputs[0]).toContain('dsa-contact (in force since 2024-02-17): no pattern of this pack was found.');
  });

  it('says when a pack was compared with its source long ago', () => {
    const { stdout } = carelint([EXAMPLE, '--pack', 'eu-ai-disclosure', '--date', '2027-11-22']);
    expect(stdout.replace(/\s+/gu, ' ')).toContain('Last compared with its source on 2026-11-21: look whether it still holds.');
  });
});
