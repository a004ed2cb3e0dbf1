import { ANYWHERE, OUTCOMES } from '@carelint/policy-schema';
import type { MendHelp } from '../policy/rule.js';
import type { Route } from '../source/source.js';
import { isMap, listOf, type Values } from '../source/values.js';
import { withoutLines, type Edit } from './edit.js';
import { insteadOfLast, keyEdits, mapAt, type MapAt, type YamlGround } from './yaml-edits.js';

/** By which way a journey leaves its first step: the event, and the words of a choice or branch. */
export interface Leaving {
  readonly event: string;
  readonly label?: string | undefined;
}

/** The verbs that are help of a kind, the best first. */
const VERBS: Readonly<Record<MendHelp, readonly string[]>> = {
  person: ['person', 'queue'],
  callback: ['callback'],
  voicemail: ['voicemail'],
};
/** Verbs with which a part can be taken out whole: nothing is asked in it, and nobody is reached. */
const NOTHING_LOST = new Set(['say', 'play', 'end']);
const TEAMS = ['person', 'queue', 'callback', 'voicemail'] as const;
const NO_TEAM = 'Customer service';
const TARGETS = [...Object.keys(OUTCOMES), 'then', 'repeat'];

/** All steps of a flow, those written in the place of a target too. */
function* stepsIn(value: unknown): Iterable<Values> {
  if (Array.isArray(value)) for (const item of value) yield* stepsIn(item);
  else if (isMap(value)) {
    yield value;
    for (const [key, held] of Object.entries(value)) {
      if (key === 'choices' || key === 'answers') for (const target of Object.values(isMap(held) ? held : {})) yield* stepsIn(target);
      else if (Array.isArray(held)) yield* stepsIn(held.filter(isMap));
    }
  }
}

const partsOf = (flow: Values): Readonly<Record<string, unknown>> => (isMap(flow['parts']) ? flow['parts'] : {});
const allSteps = (flow: Values): readonly Values[] => [
  ...stepsIn(flow['steps']),
  ...Object.values(partsOf(flow)).flatMap((part) => [...stepsIn(part)]),
];

/** The team that a flow names first, else who owns it. */
export const teamOf = (flow: Values): string => {
  for (const step of allSteps(flow)) for (const verb of TEAMS) if (typeof step[verb] === 'string') return step[verb];
  return typeof flow['owner'] === 'string' ? flow['owner'] : NO_TEAM;
};

const speaksEnglish = ({ language }: Values): boolean => language === undefined || (typeof language === 'string' && /^en\b/u.test(language));

/** Steps that help, for a flow that has none. */
const stepsThatHelp = (help: MendHelp, flow: Values): readonly Values[] => {
  const team = teamOf(flow);
  const saying = (words: string): Values => (speaksEnglish(flow) ? { saying: words } : {});
  switch (help) {
    case 'person':
      return [{ person: team, ...saying('I am putting you through to a person.') }];
    case 'callback':
      return [{ callback: team, within: '2 hours', ...saying('We will ring you back within two hours.') }, { end: 'arranged' }];
    case 'voicemail':
      return [
        { voicemail: team, within: '1 working day', ...saying('Please leave a message. We ring you back within one working day.') },
        { end: 'arranged' },
      ];
  }
};

/** What may come before help in a part: it goes on, and the customer need not do anything. */
const ON_THE_WAY = ['say', 'play', 'open-case', 'do', 'hours'];

/** Whether a part leads to help without asking anything. */
const helps = (part: unknown, verb: string): boolean => {
  const first = listOf(part).find((step) => !isMap(step) || !ON_THE_WAY.some((way) => way in step));
  return isMap(first) && verb in first;
};

/** The name of a part or step of the flow that helps. */
const helpNamed = (help: MendHelp, flow: Values, notIn: ReadonlySet<string>): string | undefined => {
  const steps = [...stepsIn(flow['steps'])];
  for (const verb of VERBS[help]) {
    const part = Object.entries(partsOf(flow)).find(([name, held]) => !notIn.has(name) && helps(held, verb));
    if (part !== undefined) return part[0];
    const step = steps.find((one) => verb in one && typeof one['id'] === 'string' && !notIn.has(one['id']));
    if (typeof step?.['id'] === 'string') return step['id'];
  }
  return undefined;
};

const isWayOut = (key: string): boolean => key in OUTCOMES && !['if-open', 'if-yes', 'afterwards'].includes(key);

/** A way out of a step: the keys that lead to it in the document, and where it leads. */
interface WayOut {
  readonly keys: readonly string[];
  readonly target: unknown;
}

const BRANCHES = ['choices', 'answers'] as const;

/** The way out that was taken. */
const wayTaken = (flow: Values, step: Values, { event, label }: Leaving): WayOut | undefined => {
  const branches = BRANCHES.find((option) => label !== undefined && isMap(step[option]) && Object.hasOwn(step[option], label));
  if (branches !== undefined && label !== undefined) return { keys: [branches, label], target: (step[branches] as Values)[label] };
  const matching = Object.entries(OUTCOMES).filter(
    ([key, facts]) => facts.event === event && (!('label' in facts) || facts.label === label) && (key === 'if-cannot') === (label === 'cannot'),
  );
  const written = matching.find(([key]) => key in step && isWayOut(key));
  if (written !== undefined) return { keys: [written[0]], target: step[written[0]] };
  const anywhere = isMap(flow['anywhere']) ? flow['anywhere'] : {};
  const caught = Object.entries(ANYWHERE).find(([key, facts]) => facts.event === event && key in OUTCOMES && key in anywhere);
  return caught === undefined ? undefined : { keys: [caught[0]], target: anywhere[caught[0]] };
};

/** The targets that a part or the flow names. */
const namesIn = (value: unknown): readonly string[] =>
  [...stepsIn(value)].flatMap((step) =>
    [...TARGETS.map((key) => step[key]), ...['choices', 'answers'].flatMap((key) => (isMap(step[key]) ? Object.values(step[key]) : []))].filter(
      (target) => typeof target === 'string',
    ),
  );

/** Parts to which nothing leads any more once `gone` is not named at a step; undefined where one of them does more than speak and end. */
const deadParts = (flow: Values, gone: string, times: number): readonly string[] | undefined => {
  const parts = partsOf(flow);
  if (!Object.hasOwn(parts, gone)) return [];
  const anywhere = isMap(flow['anywhere']) ? Object.values(flow['anywhere']) : [];
  const named = [...namesIn(flow['steps']), ...anywhere, ...Object.entries(parts).flatMap(([name, part]) => (name === gone ? [] : namesIn(part)))];
  const before = listOf(flow['steps']);
  if (named.filter((name) => name === gone).length > times || before.length === 0) return [];
  const only = listOf(parts[gone]).every(
    (step) => isMap(step) && Object.keys(step).some((key) => NOTHING_LOST.has(key)) && namesIn([step]).length === 0,
  );
  return only ? [gone] : undefined;
};

const withoutPart = (ground: YamlGround, parts: MapAt, name: string): Edit | undefined => {
  const mark = parts.marks.get(name);
  if (mark === undefined || ground.text[parts.start] === '{') return undefined;
  const edit = parts.marks.size > 1 ? withoutLines(ground.text, mark.keyStart, mark.end) : withoutParts(ground, mark.end);
  return edit === undefined ? undefined : withOneGap(ground.text, edit);
};

/** Of the blank lines before and behind what goes, one stays; at the end of the text none. */
const withOneGap = (text: string, { start, end }: Edit): Edit => {
  const before = /(?<=[\r\n]|^)[ \t]*(?:\r\n|\n|\r)$/u.exec(text.slice(0, start))?.[0];
  if (before === undefined) return { start, end, text: '' };
  if (end >= text.length) return { start: start - before.length, end, text: '' };
  const behind = /^[ \t]*(?:\r\n|\n|\r)/u.exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + behind.length, text: '' };
};

/** The last part takes the key `parts` with it. */
const withoutParts = (ground: YamlGround, end: number): Edit | undefined => {
  const key = mapAt(ground, [])?.marks.get('parts');
  return key === undefined ? undefined : withoutLines(ground.text, key.keyStart, end);
};

/** Steps written in the place of a target, that end there: help comes before the end. */
const beforeTheEnd = (ground: YamlGround, steps: readonly unknown[], help: MendHelp, flow: Values): readonly Edit[] | undefined => {
  const last = steps.at(-1);
  if (!isMap(last) || !('end' in last)) return undefined;
  const named = helpNamed(help, flow, new Set());
  // A part by that name cannot be put into a list of steps: words lead to it.
  return named === undefined ? insteadOfLast(ground, steps, stepsThatHelp(help, flow)) : undefined;
};

/** Leads a way out of a step to help: to a part of the flow that helps, else to steps written in its place. What nobody can come to then goes. */
export const leadingEdits = (
  ground: YamlGround,
  at: { readonly map: MapAt; readonly route: Route },
  help: MendHelp,
  leaving: Leaving,
  more: Readonly<Record<string, unknown>>,
): readonly Edit[] | undefined => {
  const flow = ground.tree.value;
  const step = at.map.value;
  const taken = isMap(flow) ? wayTaken(flow, step, leaving) : undefined;
  if (!isMap(flow) || taken === undefined) return undefined;
  const { keys, target } = taken;
  if (Array.isArray(target)) return beforeTheEnd(ground, target, help, flow);
  if (typeof target !== 'string') return undefined;
  const part = at.route[0] === 'parts' ? String(at.route[1]) : undefined;
  const alike = keys.length > 1 ? [] : Object.keys(step).filter((other) => isWayOut(other) && step[other] === target);
  const dead = target === part ? [] : deadParts(flow, target, Math.max(alike.length, keys.length - 1));
  if (dead === undefined) return undefined;
  const own = typeof step['id'] === 'string' ? [step['id']] : [];
  const there = helpNamed(help, flow, new Set([...own, ...(part === undefined ? [] : [part]), ...dead])) ?? stepsThatHelp(help, flow);
  const map = keys.length > 1 ? mapAt(ground, [...at.route, ...keys.slice(0, -1)]) : at.map;
  const wanted = Object.fromEntries([...new Set([...keys.slice(-1), ...alike])].map((option) => [option, there]));
  const edits = map === undefined ? undefined : keyEdits(ground, map, { ...more, ...wanted });
  const parts = mapAt(ground, ['parts']);
  const removals = dead.map((name) => (parts === undefined ? undefined : withoutPart(ground, parts, name)));
  if (edits === undefined || removals.some((edit) => edit === undefined)) return undefined;
  return [...edits, ...removals.filter((edit) => edit !== undefined)];
};
