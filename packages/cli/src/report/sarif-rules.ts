import { ownRules, ruleUrl, type Level, type Rule } from '@carelint/core';
import { printable } from './printable.js';

/** A rule that ran, at the level that it has of itself. */
export interface ListedRule {
  readonly id: string;
  readonly title: string;
  readonly suffers: string;
  readonly instead: string;
  readonly notWhen?: string;
  readonly level: Level;
  readonly certainty: string;
  readonly promise?: string;
  readonly laws: readonly string[];
}

/** All rules that ran, each once, and those about exceptions, which always do. `levelOf` tells the level that a rule has of itself. */
export const listedRules = (rules: readonly Rule[], levelOf: (id: string) => Level | undefined): readonly ListedRule[] => {
  const ran = new Map(
    rules.map((rule): [string, ListedRule] => {
      const { id, title, suffers, instead, notWhen, certainty, promise } = rule;
      // A rule of one's own may name no sources at all.
      const { sources = [] } = rule as { readonly sources?: Rule['sources'] };
      const laws = sources.flatMap(({ law }) => law ?? []);
      return [
        id,
        {
          id,
          title,
          suffers,
          instead,
          level: levelOf(id) ?? rule.level,
          certainty,
          laws,
          ...(notWhen === undefined ? {} : { notWhen }),
          ...(promise === undefined ? {} : { promise }),
        },
      ];
    }),
  );
  return [...[...ran.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), ...ownRules.map((rule) => ({ ...rule, laws: [] }))];
};

/** What SARIF calls a level. */
export const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', advice: 'note' };
const SEVERITIES: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', advice: 'recommendation' };
/** GitHub takes no more. */
const MOST_TAGS = 20;

const paragraph = (text: string): string => printable(text.replace(/\s+/gu, ' ').trim());

const sections = ({ suffers, instead, notWhen, laws }: ListedRule): readonly (readonly [string, string])[] =>
  [
    ['What customers go through', suffers],
    ['What to do', instead],
    ['Where it does not apply', notWhen ?? ''],
    ['Laws and standards', laws.join(', ')],
  ]
    .map(([head = '', text = '']) => [head, paragraph(text)] as const)
    .filter(([, text]) => text !== '');

const markdown = (text: string): string => text.replace(/[[\]<>]/gu, '\\$&');

const help = (rule: ListedRule): { readonly text: string; readonly markdown: string } => {
  const [parts, url] = [sections(rule), ruleUrl(rule.id)];
  const more = url === undefined ? [] : [`[More about ${rule.id}](${url})`];
  return {
    text: [...parts.map(([head, text]) => `${head}: ${text}`), ...(url === undefined ? [] : [`More: ${url}`])].join('\n'),
    markdown: [`**${markdown(paragraph(rule.title))}**`, ...parts.map(([head, text]) => `### ${head}\n\n${markdown(text)}`), ...more].join('\n\n'),
  };
};

/** A rule as SARIF lists it. `precision` and `problem.severity` are what GitHub sorts by. */
export const descriptor = (rule: ListedRule): object => {
  const { id, title, suffers, level, certainty, promise, laws } = rule;
  const url = ruleUrl(id);
  const tags = ['customer-centricity', ...(promise === undefined ? [] : [promise]), ...new Set(laws.map((law) => `law/${law}`))];
  return {
    id,
    shortDescription: { text: paragraph(title) },
    fullDescription: { text: paragraph(suffers) },
    help: help(rule),
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVELS[level] },
    properties: {
      ...(promise === undefined ? {} : { promise }),
      certainty,
      precision: certainty,
      'problem.severity': SEVERITIES[level],
      tags: tags.slice(0, MOST_TAGS),
    },
  };
};
