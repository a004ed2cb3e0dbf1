import { locate, locateKey, parseDocument, UserError, type BaselineEntry, type Place, type Source } from '@carelint/core';
import { validate, type BaselineDocument, type BaselineFinding } from '@carelint/policy-schema';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import { readText } from '../config/read-text.js';
import { shownPath } from '../find/read.js';
import { printableJson } from '../report/printable.js';

/** The name of a baseline for which no other is given. */
const BASELINE_NAME = 'carelint-baseline.json';
const VERSION_KEY = 'carelint-baseline';
const VERSION = 1;

/** Which file is the baseline of a run. */
export interface BaselinePlace {
  readonly absolute: string;
  /** Asked for by name, so that it has to be there; with where that is written, if not in the arguments. */
  readonly named?: { readonly path?: string; readonly place?: Place };
}

/** The baseline that arguments and config mean; undefined for `--baseline none`. */
export const baselinePlace = (
  option: string | undefined,
  { folder, baseline, path: written }: Pick<ResolvedConfig, 'folder' | 'baseline' | 'path'>,
  cwd: string,
): BaselinePlace | undefined => {
  if (option === 'none') return undefined;
  if (option !== undefined) return { absolute: path.resolve(cwd, option), named: {} };
  if (baseline === undefined) return { absolute: path.join(folder, BASELINE_NAME) };
  return { absolute: path.resolve(folder, baseline.file), named: { ...(written === undefined ? {} : { path: written }), place: baseline.place } };
};

const CONFLICT = /^<{7}(?: |$)/mu;

const parsed = (source: Source): unknown => {
  try {
    return JSON.parse(source.text) as unknown;
  } catch {
    const { problem } = parseDocument(source);
    const conflict = CONFLICT.exec(source.text);
    if (conflict !== null) {
      const line = source.text.slice(0, conflict.index).split('\n').length;
      throw new UserError(
        'Here git could not merge two baselines. Keep the lines of both sides, take its marks away, and run `carelint check --prune`.',
        {
          path: source.path,
          place: { line, column: 1, endLine: line, endColumn: 8 },
        },
      );
    }
    throw new UserError(problem?.message ?? 'This is no JSON.', { path: source.path, ...(problem === undefined ? {} : { place: problem.place }) });
  }
};

/** A mistake in a baseline is the user's, told with its place. */
const refuseStrange = (value: unknown, source: Source): void => {
  const version = (value as Readonly<Record<string, unknown>> | null)?.[VERSION_KEY];
  if (typeof version === 'number' && version > VERSION)
    throw new UserError(`This baseline was written by a newer carelint (its version is ${String(version)}). Update carelint.`, { path: source.path });
  if (version === undefined)
    throw new UserError(
      'This is no baseline of carelint. Name another file with --baseline, or take this one away and run `carelint check --update-baseline`.',
      {
        path: source.path,
      },
    );
  const [mistake] = validate('baseline', value);
  if (mistake === undefined) return;
  const { message, route, atKey } = mistake;
  throw new UserError(message, { path: source.path, place: atKey ? locateKey(source, 'json', route) : locate(source, 'json', route) });
};

/** Reads a baseline. Its entries name files as findings do, from `cwd`. */
export const readBaseline = (absolute: string, cwd: string): readonly BaselineEntry[] => {
  const shown = shownPath(cwd, absolute);
  const source: Source = { path: shown, text: readText(absolute, shown) };
  const value = parsed(source);
  refuseStrange(value, source);
  return Object.entries(value as BaselineDocument).flatMap(([key, held]) => {
    if (key === VERSION_KEY) return [];
    const at = key.lastIndexOf('#');
    const file = shownPath(cwd, path.resolve(path.dirname(absolute), key.slice(0, at)));
    return [{ ...(held as BaselineFinding), file, fingerprint: key.slice(at + 1) }];
  });
};

/** Reads the baseline of a run, or nothing where none is there. One that was asked for by name must be, unless it is about to be written. */
export const openBaseline = ({ absolute, named }: BaselinePlace, willBeWritten: boolean, cwd: string): readonly BaselineEntry[] | undefined => {
  if (existsSync(absolute)) return readBaseline(absolute, cwd);
  if (willBeWritten) return [];
  if (named === undefined) return undefined;
  throw new UserError(`There is no baseline \`${shownPath(cwd, absolute)}\`. Write it with \`carelint check --update-baseline\`.`, named);
};

/** What tells one entry from another, and the order in which they stand. */
export const keyOf = ({ file, fingerprint }: Pick<BaselineEntry, 'file' | 'fingerprint'>): string => `${file}#${fingerprint}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: BaselineEntry, b: BaselineEntry): number =>
  compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.artefact, b.artefact) || compare(a.fingerprint, b.fingerprint);

const lineOf = ({ file, fingerprint, rule, artefact, message, since, count }: BaselineEntry): string => {
  const held = { rule, artefact, message, since, ...(count === undefined ? {} : { count }) };
  const pairs = Object.entries(held).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `${JSON.stringify(keyOf({ file, fingerprint }))}: { ${pairs.join(', ')} }`;
};

/** A baseline as text: an entry a line, in an order that nothing but its own words decides. */
export const baselineText = (entries: readonly BaselineEntry[], absolute: string, cwd: string): string => {
  const placed = entries.map((entry) => ({ ...entry, file: shownPath(path.dirname(absolute), path.resolve(cwd, entry.file)) }));
  const lines = [...placed].sort(inOrder).map(lineOf);
  return printableJson(`{\n${[...lines, `"${VERSION_KEY}": ${String(VERSION)}`].map((line) => `  ${line}`).join(',\n')}\n}\n`);
};

/** The file behind a link: what is written must not take the link's place. */
export const behindLinks = (absolute: string): string => {
  try {
    return realpathSync(absolute);
  } catch {
    return absolute;
  }
};
