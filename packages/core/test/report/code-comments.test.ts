import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentsOf } from '../../src/report/comments.js';

const NEXT = 'carelint-disable-next-line no-fax -- why';
const said = (path: string, ...lines: readonly string[]): readonly string[] =>
  commentsOf({ path, text: lines.join('\n') }, 'text').map(
    ({ text, place, alone, next }) => `${place.line}:${place.column} ${alone ? 'alone' : 'beside'} -> ${next ?? 'nothing'}: ${text}`,
  );

describe('comments of code', () => {
  it.each([
    ['a line comment', 'a.ts', [`// ${NEXT}`, 'call();'], [`1:1 alone -> 2: ${NEXT}`]],
    ['one behind code', 'a.ts', [`call(); // ${NEXT}`, '', 'more();'], [`1:9 beside -> 3: ${NEXT}`]],
    ['a block over lines', 'a.js', ['/*', ` * ${NEXT}`, ' * more', ' */', '// other', 'call();'], [`1:1 alone -> 6: ${NEXT} more`]],
    ['one in braces of JSX', 'a.tsx', ['const a = (', '  <Response>', `    { /* ${NEXT} */ }`, '    <Hangup />'], [`3:5 alone -> 4: ${NEXT}`]],
    ['one at the end', 'a.mjs', [`// ${NEXT}`], [`1:1 alone -> nothing: ${NEXT}`]],
    ['words in a string', 'a.ts', [`const a = '// ${NEXT}';`, `const b = \`// ${NEXT}\`;`], []],
    ['words in a pattern', 'a.ts', [`const a = /\\/\\/ ${NEXT}/;`], []],
    ['words between tags', 'a.jsx', [`const a = <p>// ${NEXT}</p>;`], []],
    ['a comment that speaks of carelint', 'a.ts', [`// see ${NEXT}`, 'call();'], []],
    ['a type that looks like a tag', 'a.ts', ['const a = <T>(b: T) => b;', `// ${NEXT}`, 'a(1);'], [`2:1 alone -> 3: ${NEXT}`]],
    ['code after a comment of HTML', 'a.html', [`<!-- ${NEXT} -->`, '<p>x</p>'], [`1:1 alone -> 2: ${NEXT}`]],
  ] as const)('%s', (_, path, lines, expected) => {
    expect(said(path, ...lines)).toEqual(expected);
  });

  it('never fails, and gives places within the text', () => {
    const piece = fc.constantFrom('//', '/*', '*/', '`', '${', '}', '{', "'", '<p>', '</p>', '/', '\n', '\r\n', ' ', NEXT, 'a', 'carelint-');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split(/\r\n|\n|\r/u);
        for (const { place, next, text: words } of commentsOf({ path: 'a.tsx', text }, 'text')) {
          expect(place.endLine).toBeLessThanOrEqual(lines.length);
          expect(words).toMatch(/^carelint-/u);
          if (next !== undefined) expect(lines[next - 1]?.trim()).not.toBe('');
        }
      }),
    );
  });
});
