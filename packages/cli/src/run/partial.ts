import { isWrittenJudged, type Problem, type RuleNumbers, type WrittenJudged } from '@carelint/core';
import type { Found } from '../find/find.js';
import { shownPath } from '../find/read.js';
import type { FileTold } from './read-files.js';

/** What a part of a run tells of one file. */
export interface PartialFile extends Pick<FileTold, 'is' | 'problems' | 'steps'> {
  /** As it is shown. */
  readonly path: string;
  /** Of what the file held. */
  readonly digest: string;
  /** How it was asked for: as in `Found`, `below` as it is shown. What is said of a file depends on it. */
  readonly named?: true;
  readonly below?: string;
  /** It cannot be judged in parts (a page, a script, a document of operations, code; a flow with a comment for carelint): whoever joins the parts reads it. */
  readonly again?: true;
  /** What is kept of its flows; left out where there are none. */
  readonly judged?: readonly WrittenJudged[];
  /** Where what was found in it stands, as far as somebody has looked. */
  readonly places?: KeptPlaces;
}

/** Places in a file, by syntax and route as JSON: line, column, last line and column behind the end. */
export type KeptPlaces = Readonly<Record<string, readonly [line: number, column: number, endLine: number, endColumn: number]>>;

/**
 * What a part of the files of a run gives: nothing but JSON, so that it can be sent to another thread, sent to another machine, or kept for the next
 * run. Several of the same `key` are joined by `knownFrom` and `assess`.
 */
export interface PartialRun {
  readonly schemaVersion: 1;
  /** By what was judged: see `keyOf`. */
  readonly key: string;
  /** The rules that verdicts speak of, by their numbers (`RuleNumbers`). */
  readonly rules: readonly string[];
  readonly files: readonly PartialFile[];
}

/** Version of the form that partial runs are written in. */
export const PARTIAL_VERSION = 1;

/** What tells how a file was asked for. */
export const askedFor = (file: Found, cwd: string): Pick<PartialFile, 'named' | 'below'> => ({
  ...(file.named ? { named: true as const } : {}),
  ...(file.below === undefined ? {} : { below: shownPath(cwd, file.below) }),
});

/** Whether a file was asked for as it was when the entry was made. */
export const isAskedAlike = (file: Found, entry: PartialFile, cwd: string): boolean => {
  const { named, below } = askedFor(file, cwd);
  return entry.named === named && entry.below === below;
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const isProblem = (value: unknown): value is Problem =>
  isMap(value) &&
  isText(value['path']) &&
  isText(value['message']) &&
  [undefined, 'problem', 'advice'].includes(value['severity'] as string | undefined) &&
  (value['place'] === undefined ||
    (isMap(value['place']) &&
      ['line', 'column', 'endLine', 'endColumn'].every((name) => isCount((value['place'] as Readonly<Record<string, unknown>>)[name]))));

const isPlace = (value: unknown): boolean => Array.isArray(value) && value.length === 4 && value.every(isCount);

/** Whether something from outside tells of a file as a part of a run does. `rules`: how many rules it has numbers for. */
export const isPartialFile = (value: unknown, rules: number): value is PartialFile =>
  isMap(value) &&
  isText(value['path']) &&
  isText(value['digest']) &&
  ['read', 'unclaimed', 'skipped', 'failed'].includes(value['is'] as string) &&
  isCount(value['steps']) &&
  Array.isArray(value['problems']) &&
  value['problems'].every(isProblem) &&
  [undefined, true].includes(value['named'] as true | undefined) &&
  [undefined, true].includes(value['again'] as true | undefined) &&
  (value['below'] === undefined || isText(value['below'])) &&
  (value['places'] === undefined || (isMap(value['places']) && Object.values(value['places']).every(isPlace))) &&
  (value['judged'] === undefined || (Array.isArray(value['judged']) && value['judged'].every((one) => isWrittenJudged(one, rules))));

/** Whether something from outside is a part of a run. */
export const isPartialRun = (value: unknown): value is PartialRun => {
  if (!isMap(value) || value['schemaVersion'] !== PARTIAL_VERSION || !isText(value['key'])) return false;
  const { rules, files } = value;
  if (!Array.isArray(rules) || !rules.every(isText) || !Array.isArray(files)) return false;
  return files.every((file) => isPartialFile(file, rules.length));
};

/** What is known of a file that need not be read, with the numbers that rules have there. */
export interface KnownFile {
  readonly entry: PartialFile;
  readonly numbers: RuleNumbers;
}
