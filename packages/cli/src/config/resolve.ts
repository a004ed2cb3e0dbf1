import { builtinRules, UserError, type FailOn, type Level, type PackFacts, type Place, type ReportException, type Waiver } from '@carelint/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { readConfigFile, writtenNowhere, type ConfigFile, type RuleEntry } from './config-file.js';
import { withExtended } from './extends.js';
import { findConfig } from './find-config.js';
import { ownPolicies, type OwnPolicies } from './policies.js';
import { checkId, loudest, packsOf, statesOf, type RuleState } from './states.js';

/** What the arguments say about the config. */
export interface ConfigRequest {
  readonly cwd: string;
  /** Where to look for a config from. */
  readonly near: string;
  /** `--config`: a file, or `none`. */
  readonly config?: string | undefined;
  /** `--pack`, each of them. */
  readonly packs: readonly string[];
  /** `--date`: the day to judge for. Left out: today. */
  readonly date?: string | undefined;
}

/** Other levels and options for some files. */
export interface Override {
  /** As they are written, from the folder of the config. */
  readonly files: readonly string[];
  readonly matches: (shown: string) => boolean;
  readonly rules: Readonly<Record<string, RuleEntry>>;
}

/** Everything the config decides. */
export interface ResolvedConfig {
  /** As the user may open it; absent where there is none. */
  readonly path?: string;
  /** Folder that globs are relative to. */
  readonly folder: string;
  readonly files: readonly string[];
  /** Where one of them is written. */
  readonly filesAt: (index: number) => Place;
  readonly ignore: readonly string[];
  readonly failOn: FailOn;
  readonly assume: Readonly<Record<string, unknown>>;
  readonly policies: OwnPolicies;
  /** The files that this was read from: the config and what it builds on. */
  readonly sources: readonly string[];
  /** Level that a rule has of itself, by id. */
  readonly defaults: ReadonlyMap<string, Level>;
  readonly rules: ReadonlyMap<string, readonly RuleState[]>;
  /** The packs that are on, the farthest first. */
  readonly packs: readonly PackFacts[];
  /** The day that decides how laws stand and whether waivers have ended: `2026-11-30`. */
  readonly today: string;
  readonly overrides: readonly Override[];
  readonly waivers: readonly Waiver[];
  /** The baseline as the config names it, from its folder, and where. */
  readonly baseline?: { readonly file: string; readonly place: Place };
  /** Whether what runs find out is kept for later ones. */
  readonly cache: boolean;
}

/** The id of a rule document: the pack goes before it, unless it is written there or the rule is built in. */
export const idOf = ({ value, pack }: { readonly value: unknown; readonly pack?: string }): string | undefined => {
  const rule = (value as { readonly rule?: unknown } | null | undefined)?.rule;
  if (typeof rule !== 'string') return undefined;
  return pack === undefined || rule.includes('/') ? rule : `${pack}/${rule}`;
};

const levelOf = (value: unknown): Level => {
  const level = (value as { readonly level?: unknown } | null | undefined)?.level;
  return level === 'error' || level === 'advice' ? level : 'warning';
};

const defaultLevels = (own: OwnPolicies): ReadonlyMap<string, Level> => {
  const levels = new Map<string, Level>(builtinRules().map(({ id, value }) => [id, levelOf(value)]));
  for (const rule of own.rules) {
    const id = idOf(rule);
    if (id !== undefined) levels.set(id, levelOf(rule.value));
  }
  return levels;
};

const relativeTo =
  (folder: string, cwd: string) =>
  (shown: string): string =>
    path.relative(folder, path.resolve(cwd, shown)).split(path.sep).join('/');

const globs = (patterns: readonly string[], folder: string, cwd: string): ((shown: string) => boolean) => {
  const matches = picomatch([...patterns], { dot: true });
  const relative = relativeTo(folder, cwd);
  return (shown) => matches(relative(shown));
};

const overridesOf = (configs: readonly ConfigFile[], known: ReadonlyMap<string, Level>, folder: string, cwd: string): readonly Override[] =>
  configs.flatMap((config) =>
    (config.written.overrides ?? []).map(({ files, rules }, index) => {
      for (const id of Object.keys(rules)) checkId(id, known, config, ['overrides', index, 'rules', id]);
      return { files, matches: globs(files, folder, cwd), rules };
    }),
  );

/** `2026-02-31` has the form of a day and is none. */
const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const todayHere = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

const dayOf = (date: string | undefined): string => {
  if (date === undefined) return todayHere();
  if (!/^\d{4}-\d\d-\d\d$/u.test(date) || !isDay(date))
    throw new UserError(`There is no day \`${date}\`. Write it as year-month-day: --date 2027-03-31.`);
  return date;
};

const waiversOf = (config: ConfigFile, known: ReadonlyMap<string, Level>, cwd: string): readonly Waiver[] =>
  (config.written.waivers ?? []).map((waiver, index) => {
    checkId(waiver.rule, known, config, ['waivers', index, 'rule']);
    if (!isDay(waiver.until))
      throw new UserError(`There is no day \`${waiver.until}\`. Write the last day as year-month-day: 2027-03-31.`, {
        path: config.path,
        place: config.at(['waivers', index, 'until']),
      });
    return { ...waiver, matches: globs([waiver.file], config.folder, cwd), path: config.path, place: config.at(['waivers', index]) };
  });

const mainConfig = ({ cwd, near, config }: ConfigRequest): ConfigFile | undefined => {
  if (config === 'none') return undefined;
  const file = config === undefined ? findConfig(near) : path.resolve(cwd, config);
  if (config !== undefined && file !== undefined && !existsSync(file)) throw new UserError(`There is no config \`${config}\`.`);
  return file === undefined ? undefined : readConfigFile(file, cwd);
};

/** Works out everything that arguments and config files decide. `recommended` is the pack of whoever names none. */
export const resolveConfig = (request: ConfigRequest): ResolvedConfig => {
  const { cwd, packs } = request;
  const today = dayOf(request.date);
  const main = mainConfig(request);
  const base = main ?? writtenNowhere({}, cwd);
  const asked = packs.length > 0 ? packs : main?.written.extends === undefined ? ['recommended'] : [];
  const configs = [...withExtended(writtenNowhere({ extends: asked }, cwd), cwd).slice(0, -1), ...withExtended(base, cwd)];
  const policies = ownPolicies(configs, cwd);
  const defaults = defaultLevels(policies);
  return {
    ...(main === undefined ? {} : { path: main.path }),
    folder: base.folder,
    files: base.written.files ?? [],
    filesAt: (index) => base.at(['files', index]),
    ignore: base.written.ignore ?? [],
    failOn: base.written['fail-on'] ?? 'error',
    assume: Object.assign({}, ...configs.map(({ written }) => written.assume ?? {})) as Readonly<Record<string, unknown>>,
    policies,
    sources: configs.flatMap(({ path: source }) => (source === '' ? [] : [path.resolve(cwd, source)])),
    defaults,
    rules: statesOf(
      configs,
      policies.rules.flatMap((rule) => idOf(rule) ?? []),
      defaults,
      today,
    ),
    packs: packsOf(configs),
    today,
    overrides: overridesOf(configs, defaults, base.folder, cwd),
    cache: base.written.cache ?? false,
    waivers: main === undefined ? [] : waiversOf(main, defaults, cwd),
    ...(base.written.baseline === undefined ? {} : { baseline: { file: base.written.baseline, place: base.at(['baseline']) } }),
  };
};

/** Rules that are switched off everywhere, with the reason that was given. */
export const switchedOff = (config: ResolvedConfig): readonly ReportException[] =>
  [...config.rules].flatMap(([rule, states]) => {
    const because = states.find((state) => state.because !== undefined)?.because;
    return loudest(states) === 'off' ? [{ by: 'off' as const, rule, ...(because === undefined ? {} : { because }), hides: [] }] : [];
  });
