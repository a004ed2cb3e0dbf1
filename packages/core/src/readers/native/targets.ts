import { ANYWHERE, stepVerb, nearest, STEP_VERB_NAMES, TARGET_WORDS } from '@carelint/policy-schema';
import type { Route } from '../../source/source.js';
import { BRANCH_OPTIONS, TARGET_OPTIONS } from './outline.js';
import { isMap } from '../../source/values.js';
import type { Line, Outline, Written } from './outline.js';

/** A mistake that no schema can see. `{line}` in the message stands for the line at which `other` stands. */
export interface Slip {
  readonly route: Route;
  readonly atKey: boolean;
  readonly message: string;
  readonly other?: Route;
}

/** A target as it is written, and whether a line follows that `next` could mean. */
interface Aim {
  readonly target: unknown;
  readonly route: Route;
  readonly hasNext: boolean;
}

const SUB_FLOW_WORDS: readonly string[] = ['return', 'return-failed'];
const mayReturn = (flow: Written): boolean => flow['role'] === 'sub-flow';

/** Flows that are heard while something else goes on: at their end they give the customer back. */
export const givesBack = (flow: Written): boolean => flow['role'] === 'hold' || flow['role'] === 'whisper';

const aimsOf = (line: Line): readonly Aim[] => {
  const hasNext = line.next !== undefined;
  const found: Aim[] = [];
  for (const [option, value] of Object.entries(line.written)) {
    if (TARGET_OPTIONS.has(option)) found.push({ target: value, route: [...line.route, option], hasNext });
    else if (BRANCH_OPTIONS.has(option) && isMap(value)) {
      for (const [label, target] of Object.entries(value)) found.push({ target, route: [...line.route, option, label], hasNext });
    }
  }
  return found;
};

const nowhere = (flow: Written, outline: Outline, name: string): string => {
  const words = TARGET_WORDS.filter((word) => mayReturn(flow) || !SUB_FLOW_WORDS.includes(word));
  const names = [...outline.named.keys()];
  const missing = `There is no step or part called \`${name}\`.`;
  if (SUB_FLOW_WORDS.includes(name))
    return `\`${name}\` is for flows with \`role: sub-flow\`, which others use and come back from. Name a step or part, or write \`end\`.`;
  const meant = nearest(name, [...names, ...words]);
  if (meant !== undefined) return `${missing} Did you mean \`${meant}\`?`;
  const verb = STEP_VERB_NAMES.find((known) => known === name);
  if (verb !== undefined)
    return `${missing} To do it right here, write it as a step below, indented: \`- ${verb}: ...\`. Or add a part with that name.`;
  const listed = [...names, ...words];
  return `${missing} Possible here: ${listed.slice(0, 30).join(', ')}${listed.length > 30 ? ', ...' : ''}.`;
};

const aimSlips = (flow: Written, outline: Outline, { target, route, hasNext }: Aim): readonly Slip[] => {
  if (typeof target !== 'string') return [];
  const known = outline.named.has(target) || target === 'again' || target === 'end' || (SUB_FLOW_WORDS.includes(target) && mayReturn(flow));
  if (target === 'next') {
    return hasNext ? [] : [{ route, atKey: false, message: '`next` leads nowhere: this is the last line here. Name a step, or write `end`.' }];
  }
  return known ? [] : [{ route, atKey: false, message: nowhere(flow, outline, target) }];
};

/** Whether the customer can come from this line to the next one without an `if-...` or a choice saying so. */
const runsOn = ({ verb, written }: Line): boolean => {
  if (verb === undefined || verb === 'unknown') return false;
  if (verb === 'repeat') return written['times'] !== undefined && !('then' in written);
  if (verb === 'check') return !('answers' in written) && !('if-yes' in written && 'if-no' in written);
  if (verb === 'ask' && 'answers' in written) return false;
  const { goesOn, onwardOption } = stepVerb(verb);
  return goesOn !== null && !(onwardOption !== undefined && onwardOption in written);
};

const missingNext = (line: Line): Slip => {
  const { verb, written } = line;
  const other = 'if-yes' in written ? 'if-no' : 'if-no' in written ? 'if-yes' : undefined;
  const onward = verb === undefined || verb === 'check' ? other : stepVerb(verb).onwardOption;
  const add = onward === undefined ? 'Add a line' : `Add \`${onward}: <step>\`, or a line`;
  return {
    route: line.route,
    atKey: false,
    message: `What happens next? This is the last line here, and nothing follows it. ${add} such as \`- end: solved\`.`,
  };
};

const keySlips = (line: Line): readonly Slip[] => {
  const { choices } = line.written;
  if (!isMap(choices)) return [];
  const keys = new Map<string, string>();
  const found: Slip[] = [];
  for (const label of Object.keys(choices)) {
    const key = /^[0-9*#]+(?=\s|$)/u.exec(label)?.[0];
    if (key === undefined) continue;
    const first = keys.get(key);
    if (first === undefined) keys.set(key, label);
    else
      found.push({
        route: [...line.route, 'choices', label],
        atKey: true,
        message: `Key ${key} is used twice: \`${first}\` and \`${label}\`. Give one another key.`,
      });
  }
  return found;
};

const repeatSlips = (outline: Outline, line: Line): readonly Slip[] => {
  const target = line.written['repeat'];
  if (line.verb !== 'repeat' || typeof target !== 'string' || outline.named.has(target)) return [];
  const names = [...outline.named.keys()];
  const meant = nearest(target, names);
  const hint = meant === undefined ? 'Give the step to go back to an `id`, and name it here.' : `Did you mean \`${meant}\`?`;
  return [{ route: [...line.route, 'repeat'], atKey: false, message: `There is no step or part called \`${target}\`. ${hint}` }];
};

const anywhereSlips = (flow: Written, outline: Outline): readonly Slip[] => {
  const anywhere = flow['anywhere'];
  if (!isMap(anywhere)) return [];
  // Every step at which it holds has a line of its own that follows or not: `next` is judged where it is used.
  return Object.keys(ANYWHERE).flatMap((option) => aimSlips(flow, outline, { target: anywhere[option], route: ['anywhere', option], hasNext: true }));
};

/** Replies of a script are known by their names, so each needs its own. */
const replySlips = ({ replies }: Written): readonly Slip[] => {
  const first = new Map<string, Route>();
  const found: Slip[] = [];
  for (const [index, reply] of (Array.isArray(replies) ? replies : []).entries()) {
    const name: unknown = isMap(reply) ? reply['id'] : undefined;
    if (typeof name !== 'string') continue;
    const route = ['replies', index, 'id'];
    const other = first.get(name);
    if (other === undefined) first.set(name, route);
    else
      found.push({
        route,
        atKey: false,
        other,
        message: `There are two replies called \`${name}\`; the other is at line {line}. Give one another name.`,
      });
  }
  return found;
};

/** What a JSON Schema cannot say about a flow or a script: targets that do not exist, ends that are missing, names and keys used twice. */
export const slipsOf = (flow: Written, outline: Outline): readonly Slip[] => [
  ...outline.twice.map(({ name, route, first }): Slip => ({
    route,
    atKey: route[0] === 'parts' && route.length === 2,
    other: first,
    message: `There are two steps called \`${name}\`; the other is at line {line}. Give one another name.`,
  })),
  ...anywhereSlips(flow, outline),
  ...replySlips(flow),
  ...outline.all.flatMap((line) => [
    ...aimsOf(line).flatMap((aim) => aimSlips(flow, outline, aim)),
    ...keySlips(line),
    ...repeatSlips(outline, line),
    ...(line.next === undefined && runsOn(line) && !givesBack(flow) ? [missingNext(line)] : []),
  ]),
];
