import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reader } from '../../src/readers/native/index.js';
import type { ReadResult } from '../../src/readers/reader.js';
import { LineMap } from '../../src/source/line-map.js';
import { parseDocument } from '../../src/source/parse-document.js';

const folder = join(import.meta.dirname, 'cases');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

const sound = (text: string, result: ReadResult | undefined): void => {
  if (result === undefined) return;
  const lines = new LineMap(text);
  for (const { message, place } of result.problems ?? []) {
    expect(message).toMatch(/^.{10,}[.?)`"]$/su);
    expect(message).not.toMatch(/undefined|\[object|\{line\}/u);
    expect(place?.line).toBeGreaterThan(0);
    expect(place?.endLine).toBeLessThanOrEqual(lines.lines);
  }
  if (!result.ok) {
    expect(result.problems.length).toBeGreaterThan(0);
    return;
  }
  for (const { steps, edges } of result.artefacts) {
    const ids = new Set(steps.map(({ id }) => id));
    expect(ids.size).toBe(steps.length);
    for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
  }
};

/** A line or a few characters of a good document deleted, doubled, moved or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 6 }),
        fc.constantFrom('', ' ', '  ', '\t', ':', '- ', '{', '"', '\n', 'next', 'end', 'then: ', 'id: x', '#'),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [where, other, length, insert]) => {
      const lines = changed.split('\n');
      const at = where % lines.length;
      if (length === 0) lines.splice(at, 1);
      else if (length === 1) lines.splice(other % lines.length, 0, lines[at] ?? '');
      else {
        const line = lines[at] ?? '';
        const column = other % (line.length + 1);
        lines[at] = line.slice(0, column) + insert + line.slice(column + length - 2);
      }
      return lines.join('\n');
    }, text),
  );

/** Documents of the right words in any shape. */
const word = fc.constantFrom(
  'say',
  'menu',
  'ask',
  'verify',
  'end',
  'queue',
  'then',
  'if-silent',
  'if-wrong',
  'choices',
  'answers',
  'next',
  'again',
  'id',
  'x',
  'solved',
  'password',
  'repeat',
  'times',
  'unknown',
  'steps',
  '1 a',
);
const { shape } = fc.letrec((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.constant(null),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.array(tie('shape'), { maxLength: 3 }),
    fc.dictionary(word, tie('shape'), { maxKeys: 4 }),
  ),
}));
const script = fc.record(
  {
    script: fc.constant('x'),
    purpose: fc.constantFrom('complaint', 'x'),
    'word-for-word': fc.constantFrom('all', 'none', true),
    always: shape,
    never: shape,
    steps: shape,
    parts: shape,
    replies: fc.oneof(shape, fc.array(fc.record({ id: word, text: word, answers: fc.constantFrom('low-score', 'x'), then: shape }))),
  },
  { requiredKeys: ['script', 'steps'] },
);
const document = fc.record(
  { flow: fc.constant('x'), channel: fc.constantFrom('phone', 'chat'), steps: shape, parts: shape, anywhere: shape },
  { requiredKeys: ['flow', 'channel', 'steps'] },
);

describe('the reader never throws', () => {
  it('at documents with slips', () => {
    fc.assert(
      fc.property(mutated, (text) => sound(text, reader.read(parseDocument({ path: 'a.yaml', text })))),
      { numRuns: 2000 },
    );
  });

  it('at documents of any shape', () => {
    fc.assert(
      fc.property(fc.oneof(document, script), (value) => {
        const text = JSON.stringify(value, undefined, 2);
        sound(text, reader.read(parseDocument({ path: 'a.yaml', text })));
      }),
      { numRuns: 2000 },
    );
  });
});
