import { ts } from 'ts-morph';
import { plainPath } from './project.js';
import type { Open } from './project.js';

/** Where a module may lie that is imported by a name of its own, best first and without ending; undefined where the name is none of these. */
export type Aliases = (specifier: string) => readonly string[] | undefined;

interface Written {
  readonly base: string | undefined;
  readonly paths: Readonly<Record<string, unknown>>;
  /** The folder that `paths` are told from. */
  readonly folder: string;
}

/** So many configs may extend each other. */
const DEEPEST = 5;

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const written = (path: string, text: string, open: Open, depth: number): Written => {
  const { config } = ts.parseConfigFileTextToJson(path, text) as { config?: unknown };
  const folder = folderOf(path);
  const settings = isRecord(config) ? config : {};
  const options = isRecord(settings['compilerOptions']) ? settings['compilerOptions'] : {};
  const base = typeof options['baseUrl'] === 'string' ? plainPath(`${folder}/${options['baseUrl']}`) : undefined;
  const paths = isRecord(options['paths']) ? options['paths'] : undefined;
  if (paths !== undefined) return { base, paths, folder: base ?? folder };
  const parent = settings['extends'];
  if (typeof parent === 'string' && parent.startsWith('.') && depth < DEEPEST) {
    const named = plainPath(`${folder}/${parent}`);
    const [at, inherited] = [named, `${named}.json`].map((each) => [each, open(each)] as const).find(([, each]) => each !== undefined) ?? [];
    if (at !== undefined && inherited !== undefined) {
      const above = written(at, inherited, open, depth + 1);
      return { ...above, base: base ?? above.base };
    }
  }
  return { base, paths: {}, folder: base ?? folder };
};

/** The `paths` and the `baseUrl` of a tsconfig or jsconfig; undefined where it has neither. */
export const aliasesOf = (path: string, text: string, open: Open): Aliases | undefined => {
  const { base, paths, folder } = written(path, text, open, 0);
  const patterns = Object.entries(paths).flatMap(([pattern, targets]) => {
    const [before = '', after] = pattern.split('*');
    const list = Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [];
    return [{ before, after, list }];
  });
  if (patterns.length === 0 && base === undefined) return undefined;
  return (specifier) => {
    for (const { before, after, list } of patterns) {
      if (after === undefined ? specifier !== before : !specifier.startsWith(before) || !specifier.endsWith(after)) continue;
      const star = after === undefined ? '' : specifier.slice(before.length, specifier.length - after.length);
      return list.map((target) => plainPath(`${folder}/${target.replace('*', () => star)}`));
    }
    return base === undefined ? undefined : [plainPath(`${base}/${specifier}`)];
  };
};
