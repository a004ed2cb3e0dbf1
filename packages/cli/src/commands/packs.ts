import { builtinPacks, isAdviceOnly, isOfLaw, standingOf, tellStanding, type PackFacts } from '@carelint/core';
import type { PackDocument } from '@carelint/policy-schema';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import { standingText } from '../report/laws.js';
import { padded, printable, widthOf } from '../report/printable.js';
import { styleOf, type Style } from '../report/style.js';
import { fieldLines } from './field-lines.js';

/** All packs that can be named here: the built-in ones, and those of one's own that the config builds on. */
export const allPacks = (config: ResolvedConfig): readonly PackDocument[] => {
  const builtin = Object.values(builtinPacks).map((pack) => pack() as PackDocument);
  const names = new Set(builtin.map(({ pack }) => pack));
  return [...builtin, ...(config.packs as readonly PackDocument[]).filter(({ pack }) => !names.has(pack))];
};

const standing = (pack: PackFacts, config: ResolvedConfig): string => standingText({ ...tellStanding(pack, config.today), findings: 0, unknown: 0 });

/** The level that a pack gives a rule on the day of the config; undefined where it does not name it. */
const levelIn = ({ rules, ...pack }: PackDocument, id: string, config: ResolvedConfig): string | undefined => {
  const entry = Object.hasOwn(rules, id) ? rules[id] : undefined;
  if (entry === undefined) return undefined;
  const level = typeof entry === 'string' ? entry : (entry.level ?? config.defaults.get(id) ?? 'warning');
  return isAdviceOnly(standingOf(pack, config.today)) ? 'advice' : level;
};

const optionsIn = (entry: PackDocument['rules'][string] | undefined): string => {
  if (entry === undefined || typeof entry === 'string') return '';
  const { level: _level, because: _because, ...options } = entry as Readonly<Record<string, unknown>>;
  const given = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return given.length === 0 ? '' : ` (${given.join(', ')})`;
};

/** The packs that ask for a rule, each with its level on the day of the config. */
export const packsAsking = (id: string, config: ResolvedConfig): readonly string[] =>
  allPacks(config).flatMap((pack) => {
    const level = levelIn(pack, id, config);
    const how = standing(pack, config);
    return level === undefined ? [] : [`${pack.pack}: ${level}${optionsIn(pack.rules[id])}${how === '' ? '' : `, ${how}`}`];
  });

const SURE: Readonly<Record<string, string>> = {
  wording: 'the wording was read',
  'sources-agree': 'several sources agree; the wording itself was not read',
  'one-source': 'one source tells of it',
};

const demandText = ({ law, clause, asks, rules = [], open }: NonNullable<PackDocument['demands']>[number]): string =>
  [
    `${law}, ${clause}: ${asks}`,
    ...(rules.length === 0 ? [] : [`Looked for by ${rules.join(', ')}.`]),
    ...(open === undefined ? [] : [`Not looked at: ${open}`]),
  ].join(' ');

/** What a pack says of itself, for people. */
export const packLines = (pack: PackDocument, config: ResolvedConfig, width: number, style: Style): readonly string[] => {
  const line = (name: string, ...texts: string[]): readonly string[] => fieldLines(name, texts, width, style);
  const rules = Object.keys(pack.rules).map((id) => `${id}: ${levelIn(pack, id, config) ?? ''}${optionsIn(pack.rules[id])}`);
  return [
    style.bold(pack.pack),
    '',
    ...line('Is', pack.title),
    ...line('For', pack.description),
    ...line('Holds in', pack.jurisdiction ?? ''),
    ...line('Sector', pack.sector ?? ''),
    ...line('Applies if', pack['applies-if'] ?? ''),
    ...line('Standing', standing(pack, config)),
    ...line('Demands', ...(pack.demands ?? []).map(demandText)),
    ...(isOfLaw(pack) ? line('Rules', ...rules) : line('Rules', `${rules.length}; \`carelint rules --pack ${pack.pack}\` lists them.`)),
    ...line('Source', ...(pack.source ?? [])),
    ...line('Sure', pack.sure === undefined ? '' : (SURE[pack.sure] ?? '')),
    ...line('Checked on', pack['checked-on'] ?? ''),
    ...(isOfLaw(pack) ? line('Mind', 'No finding means that no pattern of this pack was found, and nothing more. No legal advice.') : []),
  ];
};

/** Lists all packs, with how the laws stand on the day. */
export const packsCommand = (
  options: { readonly config?: string; readonly date?: string; readonly color?: boolean },
  output: Output,
  cwd: string,
): number => {
  const { config: file, date, color } = options;
  const config = resolveConfig({
    cwd,
    near: cwd,
    packs: [],
    config: file,
    date,
  });
  const style = styleOf(output, color);
  const packs = allPacks(config);
  const on = new Set(config.packs.map(({ pack }) => pack));
  const widest = Math.max(...packs.map(({ pack }) => widthOf(pack)));
  const lines = packs.map((pack) => {
    const how = standing(pack, config);
    return `  ${padded(pack.pack, widest)}  ${on.has(pack.pack) ? 'on ' : 'off'}  ${printable(pack.title)}${how === '' ? '' : style.dim(` (${how})`)}`;
  });
  output.out(
    `${[...lines, '', `\`extends: [${packs[0]?.pack ?? ''}]\` switches a pack on; \`carelint explain <pack>\` tells more of one.`].join('\n')}\n`,
  );
  return 0;
};
