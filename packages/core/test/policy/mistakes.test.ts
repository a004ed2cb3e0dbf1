import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { compile } from '../../src/pipeline.js';
import { parseDocument } from '../../src/source/parse-document.js';

interface Mistake {
  readonly name: string;
  readonly replace: string;
  readonly with: string;
  readonly and?: readonly [string, string];
  readonly says: string;
}

const GOOD = `rule: no-way-out
title: Nobody is left without a way out
suffers: They are cut off.
about: flow
certainty: high
level: error
sources: [{ seed: M98 }]
forbid:
  path: { from: verify, leaving-by: failed, along: system, to: cut-off, avoiding: relief }
message: When {from} fails.
instead: Offer help.
`;

const compileText = (text: string): string => {
  const source = { path: 'policies/our/no-way-out/rule.yaml', text };
  try {
    compile({
      documents: [{ source, value: parseDocument(source).value, pack: 'our' }],
      settings: [{ id: 'our/no-way-out', level: 'error', options: {}, applies: () => true }],
      assume: {},
    });
    return 'compiled';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.path).toBe(source.path);
    return `${error.place?.line}:${error.place?.column} ${error.message}`;
  }
};

const mistakes = load(readFileSync(new URL('mistakes.yaml', import.meta.url), 'utf8')) as Mistake[];

describe('a mistake in a rule is told with its place and the way out', () => {
  it('and a good rule compiles', () => {
    expect(compileText(GOOD)).toBe('compiled');
  });

  it.each(mistakes.map((m) => [m.name, m] as const))('%s', (_name, mistake) => {
    expect(GOOD).toContain(mistake.replace);
    const changed = GOOD.replace(mistake.replace, mistake.with.replaceAll('\\n', '\n'));
    expect(compileText(mistake.and === undefined ? changed : changed.replace(...mistake.and))).toContain(mistake.says);
  });
});
