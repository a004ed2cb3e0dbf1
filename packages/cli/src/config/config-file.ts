import { locate, locateKey, parseDocument, UserError, type PackFacts, type Place, type Route, type Source } from '@carelint/core';
import { validate } from '@carelint/policy-schema';
import path from 'node:path';
import { shownPath } from '../find/read.js';
import { readText } from './read-text.js';

export type ConfigLevel = 'error' | 'warning' | 'advice' | 'off';

/** What a config says of one rule: a level, or a level, a reason and options. */
export type RuleEntry = ConfigLevel | { readonly level?: ConfigLevel; readonly because?: string; readonly [option: string]: unknown };
export type RuleEntries = Readonly<Record<string, RuleEntry>>;

/** A waiver as it is written. */
export interface WrittenWaiver {
  readonly rule: string;
  readonly file: string;
  readonly step?: string;
  readonly because: string;
  readonly owner: string;
  readonly until: string;
}

/** The plain values of a `carelint.yaml`, and of a pack. */
export interface WrittenConfig {
  readonly extends?: readonly string[];
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly 'fail-on'?: 'error' | 'warning' | 'advice' | 'never';
  readonly rules?: RuleEntries;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: RuleEntries }[];
  readonly assume?: Readonly<Record<string, unknown>>;
  readonly baseline?: string;
  readonly cache?: boolean;
  readonly waivers?: readonly WrittenWaiver[];
  readonly policies?: readonly string[];
}

/** A config or a pack that was read from somewhere. */
export interface ConfigFile {
  /** As the user may open it. */
  readonly path: string;
  /** Folder that its own relative names begin in. */
  readonly folder: string;
  readonly written: WrittenConfig;
  /** Set for a pack: what it says of itself. */
  readonly pack?: PackFacts;
  /** Where a value stands. */
  readonly at: (route: Route) => Place;
}

const PLACE: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

const isPack = (value: unknown): value is PackFacts => typeof value === 'object' && value !== null && Object.hasOwn(value, 'pack');
const packIn = (value: unknown): Pick<ConfigFile, 'pack'> => (isPack(value) ? { pack: value } : {});

/** Reads and checks a config, or a pack that one builds on. Any mistake in it is the user's, told with its place. */
export const readConfigFile = (absolute: string, cwd: string): ConfigFile => {
  const shown = shownPath(cwd, absolute);
  const source: Source = { path: shown, text: readText(absolute, shown) };
  const { value, problem, slips } = parseDocument(source);
  const slip = problem ?? slips?.[0];
  if (slip !== undefined) throw new UserError(slip.message, { path: shown, place: slip.place });
  const at = (route: Route): Place => locate(source, 'yaml', route);
  const written = value ?? {};
  const [mistake] = validate(isPack(written) ? 'pack' : 'config', written);
  if (mistake !== undefined)
    throw new UserError(mistake.message, { path: shown, place: mistake.atKey ? locateKey(source, 'yaml', mistake.route) : at(mistake.route) });
  return { path: shown, folder: path.dirname(absolute), written, ...packIn(written), at };
};

/** A config that lies in no file: a built-in pack, or no config at all. */
export const writtenNowhere = (written: WrittenConfig, folder: string): ConfigFile => ({
  path: '',
  folder,
  written,
  ...packIn(written),
  at: () => PLACE,
});
