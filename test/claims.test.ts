import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { foldersIn, textOf } from './house.js';

interface Claim {
  readonly seed: string;
  readonly claim: string;
  readonly rules?: readonly string[];
  readonly planned?: readonly string[];
  readonly feature?: string;
  readonly later?: string;
  readonly why?: string;
}

const { articles, claims } = load(textOf('policies/claims.yaml')) as { articles: Record<string, string>; claims: Claim[] };
const rules = foldersIn('policies')
  .filter((promise) => !['packs', 'words'].includes(promise))
  .flatMap((promise) => foldersIn('policies', promise).map((id) => [id, load(textOf('policies', promise, id, 'rule.yaml'))] as const));

it('every claim of every article is listed once, in order', () => {
  expect(claims.map(({ seed }) => Number(seed.slice(1)))).toEqual(claims.map((_, index) => index + 1));
  expect([...new Set(claims.map(({ seed }) => seed.charAt(0)))].sort()).toEqual(Object.keys(articles).sort());
});

it('every claim has an answer, or an honest reason for having none', () => {
  const empty = claims.filter(
    ({ rules: by = [], planned = [], feature, later, why }) =>
      by.length === 0 && planned.length === 0 && [feature, later, why].every((text) => text === undefined || text === ''),
  );
  expect(empty).toEqual([]);
});

it('no claim names a rule that does not exist', () => {
  const known = new Set(rules.map(([id]) => id));
  expect(claims.flatMap(({ seed, rules: by = [] }) => by.filter((id) => !known.has(id)).map((id) => `${seed}: ${id}`))).toEqual([]);
});

it('no rule names a claim that is not listed', () => {
  const listed = new Set(claims.map(({ seed }) => seed));
  const named = rules.flatMap(([id, rule]) =>
    ((rule as { sources?: { seed?: string }[] }).sources ?? []).flatMap(({ seed }) => (seed === undefined ? [] : [[id, seed]])),
  );
  expect(named.filter(([, seed]) => !listed.has(seed ?? ''))).toEqual([]);
});
