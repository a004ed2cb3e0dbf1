import { WEIGHTS, type Finding, type Level, type Roadmap, type RoadmapItem, type RuleFacts } from '@carelint/core';
import { counted, listed } from '../report/summary.js';

/** One item, told. */
export interface ToldItem {
  /** What to do, in a sentence. */
  readonly todo: string;
  readonly where: string;
  /** How much it does, and what has to be touched for it. */
  readonly gain: string;
  readonly touches: string;
  readonly suffers: readonly string[];
  /** What to do instead, rule by rule. */
  readonly instead: readonly string[];
  /** Each finding in a line. */
  readonly findings: readonly string[];
}

/** A roadmap, told. */
export interface ToldRoadmap {
  readonly items: readonly ToldItem[];
  /** Items that are not told. */
  readonly left: number;
  readonly sum: string;
}

const MOST_RULES = 3;
const MOST_NAMES = 4;

const LEVELS: Readonly<Record<Level, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice'],
};

const levelsOf = (findings: readonly Finding[]): string =>
  listed(
    (Object.keys(LEVELS) as Level[]).flatMap((level) => {
      const count = findings.filter((finding) => finding.level === level).length;
      return count === 0 ? [] : [counted(count, ...LEVELS[level])];
    }),
  );

const some = (names: readonly string[], most = MOST_NAMES): string =>
  names.length <= most ? listed(names) : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

const todoOf = ({ kind, findings, station, places }: RoadmapItem): string => {
  const [first] = findings;
  if (kind === 'help' && station !== undefined) {
    const what =
      station.kind === 'transfer' ? `Instead of passing customers on at “${station.label}”` : `Instead of ending the contact at “${station.label}”`;
    return `${what}, help them there: by a person, a callback or voicemail.`;
  }
  if (kind === 'rule') return `${first?.title ?? ''}: mend it at ${counted(places, 'place')}.`;
  return findings.length === 1 ? (first?.message ?? '') : `Go over this place: ${counted(findings.length, 'finding')} stand here.`;
};

const gainOf = ({ findings, certainty, added }: RoadmapItem): string => {
  const what = levelsOf(findings);
  const new_ = added === 0 ? '' : ` ${counted(added, 'other finding')} would come instead.`;
  if (certainty === 'checked')
    return `Mends ${what}: judged again with a person there, and ${findings.length === 1 ? 'it is' : 'they are'} gone.${new_}`;
  return certainty === 'hoped' ? `May mend ${what}; not judged again.` : `Mends ${what}, if what is found there is done.`;
};

const touchesOf = ({ places, documents, entries }: RoadmapItem): string =>
  [
    `${counted(places, 'place')} to touch`,
    `findings in ${counted(documents.length, 'document')} (${some(documents)})`,
    ...(entries.length > 0 ? [`customers come there from ${counted(entries.length, 'entry', 'entries')} (${some(entries)})`] : []),
  ].join('; ');

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const told = (item: RoadmapItem, facts: ReadonlyMap<string, Pick<RuleFacts, 'suffers'>>): ToldItem => {
  const { findings, file, line } = item;
  const rules = distinct(findings.map(({ rule }) => rule)).slice(0, MOST_RULES);
  return {
    todo: todoOf(item),
    where: `${file}:${line}`,
    gain: gainOf(item),
    touches: touchesOf(item),
    suffers: rules.flatMap((rule) => facts.get(rule)?.suffers ?? []),
    instead: distinct(findings.filter(({ rule }) => rules.includes(rule)).map(({ instead }) => instead)),
    findings: findings.map(
      (finding) => `${finding.level} ${finding.rule}, ${finding.file === file ? 'line ' : `${finding.file}:`}${finding.line}: ${finding.message}`,
    ),
  };
};

/** Tells the first items of a roadmap. */
export const toldRoadmap = ({ items, findings }: Roadmap, facts: ReadonlyMap<string, Pick<RuleFacts, 'suffers'>>, top: number): ToldRoadmap => {
  const shown = items.slice(0, top);
  const done = shown.reduce((sum, item) => sum + item.findings.length, 0);
  const proved = shown.filter(({ certainty }) => certainty === 'checked').reduce((total, item) => total + item.findings.length, 0);
  const about = shown.length === 1 ? 'This item is' : `These ${shown.length} items are`;
  const gone = proved === 0 ? '' : ` That ${counted(proved, 'of them goes', 'of them go')} is proved by judging again.`;
  const sum =
    findings === 0
      ? 'Nothing was found, so that there is nothing to mend.'
      : `${about} about ${done} of ${counted(findings, 'finding')}.${gone} Harm: an error weighs ${WEIGHTS.error}, a warning ${WEIGHTS.warning}, advice ${WEIGHTS.advice}, once for each entry from which customers come to it.`;
  return { items: shown.map((item) => told(item, facts)), left: items.length - shown.length, sum };
};
