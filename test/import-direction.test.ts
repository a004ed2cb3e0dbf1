import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './house.js';

const CORE = 'packages/core/src';

/** What a folder of the engine may know, besides itself, `errors.ts` and other packages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  source: [],
  model: ['source'],
  graph: ['model', 'source'],
  words: ['model', 'source'],
  readers: ['model', 'source'],
  link: ['model', 'source', 'graph'],
  checks: ['model', 'source', 'graph', 'link', 'words', 'policy'],
  policy: ['model', 'source', 'graph', 'link', 'words'],
  batches: ['model', 'link', 'policy'],
  mend: ['model', 'source', 'words', 'policy'],
  report: ['model', 'source', 'policy', 'mend'],
  roadmap: ['model', 'graph', 'link', 'policy', 'report'],
  compare: ['model', 'source', 'graph', 'link', 'policy', 'report'],
};
const ANYTHING = ['index.ts', 'pipeline.ts', 'assessment.ts'];
/** Mends and the report know verdicts and rules by their types, and nothing of how they come about. */
const ONLY_TYPES = ['report -> policy', 'mend -> policy'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

/** Relative imports of a file. Types that are imported one by one (`{ type A, b }`) count as values if any is one. */
const importsOf = (file: string, house: string = CORE): readonly Import[] =>
  [...textOf(house, file).matchAll(/^(?:import|export)\s+(type\s+)?(?:([\w*{}\s,$]+?)\s+from\s+)?'(\.[^']+)';/gmu)].map(
    ([, type, names = '', target]) => {
      const inner =
        /\{([^}]*)\}/u
          .exec(names)?.[1]
          ?.split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '') ?? [];
      const allTypes = inner.length > 0 && !/^\w/u.test(names.trim()) && inner.every((name) => name.startsWith('type '));
      return {
        from: file,
        to: path.posix.join(path.posix.dirname(file), target ?? '').replace(/\.js$/u, '.ts'),
        isType: type !== undefined || allTypes,
      };
    },
  );

const CODE = 'packages/code/src';
/** The reader of code: two ways of reading over one project, which know nothing of each other; what the command loads in every run is apart. */
const CODE_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'signs.ts': ['for-developers.ts'],
  'for-developers.ts': [],
  'lifted.ts': [],
  project: [],
  telephony: ['project', 'lifted.ts'],
  settings: ['project', 'lifted.ts'],
  'index.ts': ['project', 'telephony', 'settings', 'signs.ts'],
};

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

const wrong = ({ from, to, isType }: Import): string | undefined => {
  const [here, there] = [folderOf(from), folderOf(to)];
  if (ANYTHING.includes(from) || here === there || to === 'errors.ts' || from === 'errors.ts') return undefined;
  const allowed = MAY_IMPORT[here]?.includes(there) === true && (isType || !ONLY_TYPES.includes(`${here} -> ${there}`));
  return allowed ? undefined : `${from} imports ${to}`;
};

/** Readers and the files beside them: a reader knows its own folder and what is shared. */
const strange = ({ from, to }: Import): string | undefined => {
  const reader = /^readers\/([^/]+)\//u.exec(from)?.[1];
  const other = /^readers\/([^/]+)\//u.exec(to)?.[1];
  return reader !== undefined && other !== undefined && reader !== other ? `${from} imports ${to}` : undefined;
};

describe('imports point one way', () => {
  const imports = filesBelow(CORE, '.ts').flatMap((file) => importsOf(file));

  it('finds imports at all', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('in the engine', () => {
    expect(imports.flatMap((one) => wrong(one) ?? [])).toEqual([]);
  });

  it('between readers there are none', () => {
    expect(imports.flatMap((one) => strange(one) ?? [])).toEqual([]);
  });

  it('the engine asks nothing of Node', () => {
    expect(filesBelow(CORE, '.ts').filter((file) => /from 'node:/u.test(textOf(CORE, file)))).toEqual([]);
  });

  it('in the reader of code', () => {
    const part = (file: string): string => (file.includes('/') ? folderOf(file) : file);
    const all = filesBelow(CODE, '.ts').flatMap((file) => importsOf(file, CODE));
    expect(all.length).toBeGreaterThan(5);
    const bad = all.filter(({ from, to }) => part(from) !== part(to) && CODE_MAY_IMPORT[part(from)]?.includes(part(to)) !== true);
    expect(bad.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
    expect(filesBelow(CODE, '.ts').filter((file) => /from 'node:/u.test(textOf(CODE, file)))).toEqual([]);
  });
});
