import ignore, { type Ignore } from 'ignore';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Files that say what is left alone. */
export const IGNORE_FILES = ['.gitignore', '.carelintignore'] as const;

/** Patterns of one folder, that hold for everything below it. */
interface Layer {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** The ignore files from the root of the project down to a folder. */
export type Layers = readonly Layer[];

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Adds what the ignore files of `folder` say. */
export const withFolder = (layers: Layers, folder: string, names: ReadonlySet<string>): Layers => {
  const texts = IGNORE_FILES.filter((name) => names.has(name)).map((name) => readOrNothing(path.join(folder, name)));
  return texts.length === 0 ? layers : [...layers, { folder, patterns: ignore().add(texts.join('\n')) }];
};

/** Adds patterns that were written somewhere else, such as in the config. */
export const withPatterns = (layers: Layers, folder: string, patterns: readonly string[]): Layers =>
  patterns.length === 0 ? layers : [...layers, { folder, patterns: ignore().add([...patterns]) }];

/** Whether a path is ignored; of several files that speak of it the innermost decides, as in git. */
export const isIgnored = (layers: Layers, absolute: string, isFolder: boolean): boolean => {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { folder, patterns } = layers[index] as Layer;
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    if (relative === '' || relative.startsWith('..')) continue;
    const result = patterns.test(isFolder ? `${relative}/` : relative);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
};
