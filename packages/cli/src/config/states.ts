import { isAdviceOnly, isLouder, isOfLaw, standingOf, UserError, type Level, type PackAsking, type PackFacts } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import type { ConfigFile, ConfigLevel, RuleEntry } from './config-file.js';

/** What is in force for one rule, before overrides. */
export interface RuleState {
  readonly level: ConfigLevel;
  readonly options: Readonly<Record<string, unknown>>;
  readonly because?: string;
  /** The packs that ask for it with these options. */
  readonly packs: readonly PackAsking[];
}

const parts = (entry: RuleEntry): Partial<RuleState> & { options: Readonly<Record<string, unknown>> } => {
  if (typeof entry === 'string') return { level: entry, options: {} };
  const { level, because, ...options } = entry;
  return { ...(level === undefined ? {} : { level }), ...(because === undefined ? {} : { because }), options };
};

/** A state with an entry laid over it. */
export const merged = (state: RuleState, entry: RuleEntry): RuleState => {
  const { level, because, options } = parts(entry);
  return { ...state, level: level ?? state.level, options: { ...state.options, ...options }, ...(because === undefined ? {} : { because }) };
};

/** The loudest level of them; `off` where there is none. */
export const loudest = (states: readonly RuleState[]): ConfigLevel =>
  states.reduce<ConfigLevel>((level, state) => (isLouder(state.level, level) ? state.level : level), 'off');

export const checkId = (id: string, known: ReadonlyMap<string, Level>, file: ConfigFile, route: readonly (string | number)[]): void => {
  if (known.has(id)) return;
  const meant = nearest(id, [...known.keys()]);
  throw new UserError(`There is no rule \`${id}\`.${meant === undefined ? ' Run `carelint rules` for a list.' : ` Did you mean \`${meant}\`?`}`, {
    path: file.path,
    place: file.at(route),
  });
};

/** The packs among what a config builds on, each once. */
export const packsOf = (configs: readonly ConfigFile[]): readonly PackFacts[] => {
  const packs = configs.flatMap(({ pack }) => pack ?? []);
  return packs.filter(({ pack: name }, index) => packs.findIndex(({ pack }) => pack === name) === index);
};

/** What a rule is before anybody speaks of it. */
type Default = (id: string) => RuleState;

/**
 * The settings of one rule that are built up side by side: that of the house, in which later packs and configs win; and one for each law, which packs
 * do not touch. What a config says is laid over all of them.
 */
interface Layers {
  house: RuleState | undefined;
  readonly laws: RuleState[];
}

/** Packs that ask, with one more. One that switches the rule off asks for nothing. */
const asking = (packs: readonly PackAsking[], { pack }: PackFacts, level: ConfigLevel): readonly PackAsking[] => {
  const others = packs.filter((other) => other.pack !== pack);
  return level === 'off' ? others : [...others, { pack, level }];
};

const ofLaw = (state: RuleState, entry: RuleEntry, pack: PackFacts, today: string): RuleState => {
  const asked = merged(state, entry);
  const level = isAdviceOnly(standingOf(pack, today)) && asked.level !== 'off' ? 'advice' : asked.level;
  return { ...asked, level, packs: asking([], pack, level) };
};

const lay = (layers: Layers, entry: RuleEntry, pack: PackFacts | undefined, plain: RuleState, today: string): void => {
  if (pack !== undefined && isOfLaw(pack)) {
    layers.laws.push(ofLaw(plain, entry, pack, today));
    return;
  }
  if (pack !== undefined || layers.house !== undefined || layers.laws.length === 0) {
    const under = layers.house ?? plain;
    const laid = merged(under, entry);
    layers.house = { ...laid, packs: pack === undefined ? under.packs : asking(under.packs, pack, laid.level) };
  }
  if (pack === undefined) layers.laws.forEach((law, index) => (layers.laws[index] = merged(law, entry)));
};

const sameOptions = (a: RuleState, b: RuleState): boolean => {
  const text = ({ options }: RuleState): string => JSON.stringify(Object.entries(options).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
};

/** One state for all that ask for the same options, at the loudest level. */
const joined = ({ house, laws }: Layers): readonly RuleState[] => {
  const states: RuleState[] = [];
  for (const state of house === undefined ? laws : [house, ...laws]) {
    const index = states.findIndex((other) => sameOptions(other, state));
    const other = states[index];
    if (other === undefined) states.push(state);
    else {
      const louder = isLouder(state.level, other.level) ? state : other;
      const packs = [...other.packs, ...state.packs.filter(({ pack }) => !other.packs.some((asked) => asked.pack === pack))];
      states[index] = { ...louder, packs };
    }
  }
  return states;
};

/**
 * Levels and options of every rule that something speaks of: rules of one's own are on, then what each pack and config says, the nearest last.
 * A rule has several states where packs for laws ask for it with other options than the rest: it is then judged by each.
 */
export const statesOf = (
  configs: readonly ConfigFile[],
  own: readonly string[],
  known: ReadonlyMap<string, Level>,
  today: string,
): ReadonlyMap<string, readonly RuleState[]> => {
  const plain: Default = (id) => ({ level: known.get(id) ?? 'warning', options: {}, packs: [] });
  const all = new Map<string, Layers>(own.map((id) => [id, { house: plain(id), laws: [] }]));
  for (const config of configs) {
    for (const [id, entry] of Object.entries(config.written.rules ?? {})) {
      checkId(id, known, config, ['rules', id]);
      const layers = all.get(id) ?? { house: undefined, laws: [] };
      lay(layers, entry, config.pack, plain(id), today);
      all.set(id, layers);
    }
  }
  return new Map([...all].map(([id, layers]) => [id, joined(layers)]));
};
