import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artefact } from '../src/model/artefact.js';
import { locate } from '../src/source/locate.js';
import { dump } from './dump.js';
import { artefactsOf, expectWhole, told, type readingWith } from './reading.js';

type Read = ReturnType<typeof readingWith>;

/** Files of a format in a folder, each beside what is lifted from it. */
export interface Cases {
  readonly folder: string;
  readonly files: readonly string[];
  readonly textOf: (file: string) => string;
}

export const casesIn = (folder: string): Cases => ({
  folder,
  files: readdirSync(folder)
    .filter((file) => /\.(?:json|yaml)$/u.test(file))
    .sort(),
  textOf: (file) => readFileSync(join(folder, file), 'utf8'),
});

/** What every reader of flows owes: what is lifted is as expected, whole, and points at its own words. */
export const describeLift = ({ folder, files, textOf }: Cases, read: Read, expectOne: (artefact: Artefact) => void = expectWhole): void => {
  describe('lift', () => {
    it.each(files)('%s', async (file) => {
      const result = read(file, textOf(file));
      const steps = artefactsOf(result).map((artefact) => `${dump(artefact)}\n`);
      await expect(`${(result?.problems ?? []).map(told).join('')}${steps.join('')}`).toMatchFileSnapshot(
        join(folder, file.replace(/\.\w+$/u, '.steps.txt')),
      );
    });

    it.each(files)('%s is whole', (file) => {
      const artefacts = artefactsOf(read(file, textOf(file)));
      expect(artefacts.length).toBeGreaterThan(0);
      artefacts.forEach(expectOne);
    });

    it.each(files)('%s points at its steps and words', (file) => {
      const text = textOf(file);
      for (const { syntax, steps, utterances } of artefactsOf(read(file, text))) {
        for (const { route, text: words } of utterances) {
          const place = locate({ path: file, text }, syntax, route);
          const lines = text
            .split('\n')
            .slice(place.line - 1, place.endLine)
            .join('\n');
          if (words !== undefined && words !== '' && !words.includes('⟨')) expect(lines).toContain(words.split(' ')[0]);
        }
        for (const { route, label } of steps) expect(locate({ path: file, text }, syntax, route).line, label).toBeGreaterThan(0);
      }
    });
  });
};

/** Numbers that look random, below `sides`: Park and Miller's generator. One seed is all that has to be drawn for a whole document. */
const diceOf = (seed: number, sides: number): (() => number) => {
  let at = (seed % 2147483646) + 1;
  return () => {
    at = (at * 48271) % 2147483647;
    return at % sides;
  };
};

/** Puts other things in place of values, one in so many. */
const mutate = (value: unknown, dice: () => number, other: unknown): unknown => {
  if (dice() < 1) return other;
  if (Array.isArray(value)) return value.map((each: unknown) => mutate(each, dice, other));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mutate(each, dice, other)]));
};

const JUNK: readonly unknown[] = [null, '', 0, -1, true, [], {}, [[]], '__proto__', 'constructor'];

/** Hands documents in JSON to `take` in which things stand that do not belong there: those that trip up any reader, and some of the format. */
export const withWrongTypes = (seeds: readonly unknown[], own: readonly unknown[], oneIn: number, take: (text: string) => void): void => {
  const junk = fc.oneof(fc.constantFrom(...JUNK, ...own), fc.string(), fc.array(fc.string()));
  fc.assert(
    fc.property(fc.constantFrom(...seeds), junk, fc.nat(), (seed, other, luck) => {
      take(JSON.stringify(mutate(seed, diceOf(luck, oneIn), other)));
    }),
    { numRuns: 1500 },
  );
};
