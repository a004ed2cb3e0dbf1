import { ruleUrl, UserError } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import { styleOf, widthFor, type Style } from '../report/style.js';
import { catalogue, definitions, type CatalogueEntry } from './catalogue.js';
import { condition, pattern } from './condition.js';
import { fieldLines } from './field-lines.js';
import { allPacks, packLines, packsAsking } from './packs.js';

const optionText = ([name, schema]: [string, unknown]): string => {
  const { default: value, description } = (schema ?? {}) as { default?: unknown; description?: unknown };
  return `${name} (${JSON.stringify(value ?? null)})${typeof description === 'string' ? `: ${description}` : ''}`;
};

const sourceText = (source: unknown): string => {
  const { seed, law, says, note } = (source ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof seed === 'string' ? `seed ${seed}` : typeof law === 'string' ? law : 'source';
  return [name, says, note].filter((part) => typeof part === 'string').join(': ');
};

const ruleLines = (rule: CatalogueEntry, config: ResolvedConfig, width: number, style: Style): readonly string[] => {
  const line = (name: string, ...texts: string[]): readonly string[] => fieldLines(name, texts, width, style);
  const level = rule.inForce === rule.level ? rule.level : `${rule.inForce} here (${rule.level} of itself)`;
  return [
    style.bold(rule.id),
    '',
    ...line('Says', rule.title),
    ...line('Suffers', rule.suffers),
    ...line('Must hold', ...condition(rule.written)),
    ...line('Instead', rule.instead),
    ...line('Not when', rule.notWhen ?? ''),
    ...line('Level', level),
    ...line('Certainty', rule.certainty),
    ...line('Packs', ...packsAsking(rule.id, config)),
    ...line('Options', ...Object.entries(rule.options).map(optionText)),
    ...line('Yields to', rule.yieldsTo.join(', ')),
    ...line('Sources', ...rule.sources.map(sourceText)),
    ...line('Written in', rule.path),
    ...line('Page', ruleUrl(rule.id) ?? ''),
  ];
};

/** Replaces names by what they stand for, all the way down. `open` guards against circles, which compiling refuses. */
const expanded = (value: unknown, names: Readonly<Record<string, unknown>>, open: readonly string[] = []): unknown => {
  if (typeof value === 'string')
    return Object.hasOwn(names, value) && !open.includes(value) ? expanded(names[value], names, [...open, value]) : value;
  if (Array.isArray(value)) return value.flatMap((part: unknown) => expanded(part, names, open));
  if (typeof value !== 'object' || value === null) return value;
  const PATTERNS = new Set(['kind', 'not', 'offers', 'of', 'on']);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, PATTERNS.has(key) ? expanded(part, names, open) : part]));
};

const patternLines = (
  name: string,
  what: string,
  value: unknown,
  names: Readonly<Record<string, unknown>>,
  width: number,
  style: Style,
): readonly string[] => {
  const whole = expanded(value, names, [name]);
  const parts = (Array.isArray(whole) ? whole : [whole]).map((part: unknown) => pattern(part));
  return [
    `${style.bold(name)} ${what}`,
    '',
    ...fieldLines('Written', [JSON.stringify(value)], width, style),
    ...fieldLines('Stands for', [...new Set(parts)], width, style),
  ];
};

/** A rule, a pack or a named pattern, in lines for people. */
export const explanation = (name: string, config: ResolvedConfig, width: number, style: Style): string => {
  const rules = catalogue(config);
  const { patterns, edges } = definitions(config);
  const packs = allPacks(config);
  const rule = rules.find(({ id }) => id === name);
  const pack = packs.find((one) => one.pack === name);
  const lines =
    rule !== undefined
      ? ruleLines(rule, config, width, style)
      : pack !== undefined
        ? packLines(pack, config, width, style)
        : Object.hasOwn(patterns, name)
          ? patternLines(name, 'names steps', patterns[name], patterns, width, style)
          : Object.hasOwn(edges, name)
            ? patternLines(name, 'names ways to leave a step', edges[name], edges, width, style)
            : undefined;
  if (lines === undefined) {
    const meant = nearest(name, [...rules.map(({ id }) => id), ...packs.map((one) => one.pack), ...Object.keys(patterns), ...Object.keys(edges)]);
    throw new UserError(
      `There is no rule, no pack and no pattern \`${name}\`.${meant === undefined ? ' Run `carelint rules` for a list.' : ` Did you mean \`${meant}\`?`}`,
    );
  }
  return `${lines.join('\n')}\n`;
};

/** Explains a rule, a pack or a named pattern. */
export const explainCommand = (
  name: string,
  options: { readonly config?: string; readonly date?: string; readonly color?: boolean },
  output: Output,
  cwd: string,
): number => {
  const config = resolveConfig({ cwd, near: cwd, packs: [], config: options.config, date: options.date });
  output.out(explanation(name, config, widthFor(output.columns), styleOf(output, options.color)));
  return 0;
};
