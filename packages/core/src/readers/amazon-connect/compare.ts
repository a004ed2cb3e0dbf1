import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';
import { OPPOSITE } from '../../model/step.js';
import type { Block, Condition } from './block.js';
import { NAMES_PROOF, slotOf, wordsOf } from '../../model/names.js';
import { ATTEMPTS, CLOSED, HOURS, NOT_ATTEMPTS, SAYS_CLOSED, SAYS_OPEN, STAFFING } from '../../model/variable-words.js';
import { textOf } from '../../source/values.js';

/** A way out with its meaning. */
export interface Exit {
  readonly on: EdgeEvent;
  readonly label?: string;
}

/** What a branching block decides, and what each of its ways out means. */
export interface Decision {
  readonly kind: StepKind;
  readonly data: StepData;
  /** A plain name for what is tested. */
  readonly title: string;
  readonly exits: readonly Exit[];
  /** The way out where no condition holds. */
  readonly otherwise: EdgeEvent;
}

/** What a flow knows of itself that a comparison needs. */
export interface FlowFacts {
  /** What the flow writes into each attribute, by key; undefined for a value from elsewhere. */
  readonly written: ReadonlyMap<string, ReadonlySet<string | undefined>>;
  /** The flow asks something outside, which may write any attribute. */
  readonly hasLookup: boolean;
  /** Comparisons that decide about proof of identity, with the method. */
  readonly proofs: ReadonlyMap<string, string | undefined>;
  /** What the prompt before a comparison of the stored input says about keys. */
  readonly keysBefore: (block: Block) => ReadonlyMap<string, string>;
}

const TRUE =
  /^(?:true|yes|y|1|ok|open|opened|success(?:ful(?:ly)?)?|succeed(?:ed)?|complete(?:d)?|approved?|grant(?:ed)?|accept(?:ed)?|allow(?:ed)?|authori[sz]ed|s[ií]|sim|ja|oui|pass(?:ed)?|valid(?:ated)?|verified|authenticated|match(?:ed)?|correct|confirmed|available|online|staffed|found)$/iu;
const FALSE =
  /^(?:false|no|n|0|-1|non|nein|n[aã]o|nee|reject(?:ed)?|refused?|declined?|cancell?ed|timed?[ _-]?out|expired|unauthori[sz]ed|disallowed|closed?|fail(?:ed|ure)?|error|invalid|unverified|not[ _-]?\w+|unauthenticated|mismatch|incorrect|wrong|denied|locked|blocked|null|none|unavailable|offline|holiday|emergency|inconclusive|opted[ _-]?out)$/iu;

/** If all conditions stand for one side, no condition stands for the other; otherwise the rest is just the rest. */
const rest = (exits: readonly Exit[]): EdgeEvent => {
  const events = new Set(exits.map(({ on }) => on).filter((on) => on !== 'branch'));
  const [only] = events;
  return events.size === 1 && only !== undefined && exits.every(({ on }) => on === only) ? (OPPOSITE[only] ?? 'next') : 'next';
};

const operandOf = (condition: Condition): string => condition.operands.join(', ');

/** Yes or no, with labels for what is neither. */
const yesNo = (conditions: readonly Condition[], yes: EdgeEvent, no: EdgeEvent): readonly Exit[] =>
  conditions.map((condition) => {
    const operand = operandOf(condition);
    if (condition.operator.startsWith('Number')) return { on: condition.operator.includes('Less') ? no : yes, label: operand };
    if (TRUE.test(operand)) return { on: yes, label: operand };
    if (FALSE.test(operand)) return { on: no, label: operand };
    return { on: 'branch', label: operand };
  });

const branches = (conditions: readonly Condition[]): readonly Exit[] =>
  conditions.map((condition) => ({ on: 'branch', label: operandOf(condition) }));

/** What the caller typed: digits are a choice, "Timeout" is silence (Connect stores that word), the rest is data. */
const ofStoredInput = (block: Block, facts: FlowFacts): Decision => {
  const words = facts.keysBefore(block);
  const exits = block.conditions.map((condition): Exit => {
    const operand = operandOf(condition);
    if (/^timeout$/iu.test(operand)) return { on: 'no-input', label: 'Timeout' };
    if (condition.operator !== 'Equals' || !/^(?:\d{1,2}|[*#])$/u.test(operand)) return { on: 'branch', label: operand };
    const said = words.get(operand);
    return { on: 'choice', label: said === undefined ? operand : `${operand} ${said}` };
  });
  const chooses = exits.some(({ on, label = '' }) => on === 'choice' && /^\d/u.test(label));
  return { kind: 'check', data: { of: 'slot' }, title: 'Check what was entered', exits, otherwise: chooses ? 'no-match' : 'next' };
};

/** An intent that a bot recognised. */
export const intentExit = (intent: string): Exit =>
  /fallback|^no ?match/iu.test(intent) ? { on: 'no-match', label: wordsOf(intent) } : { on: 'choice', label: wordsOf(intent) };

const ofAttempts = (block: Block, of: StepData['of']): Decision => {
  const equals = block.conditions.filter(({ operator }) => operator === 'Equals').length;
  const exits = block.conditions.map((condition): Exit => {
    const label = operandOf(condition);
    if (condition.operator.includes('Less')) return { on: 'again', label };
    return { on: condition.operator !== 'Equals' || equals === 1 ? 'limit' : 'again', label };
  });
  return { kind: 'check', data: { of: of ?? 'attempts' }, title: 'Check attempts', exits, otherwise: rest(exits) };
};

const NOT_HOURS = /\b(?:case|cases|ticket|account|order|orders|claim)\b/u;

/** Which way out a value takes: the place of the first condition that it meets, or -1 for none. */
const sideOf = (value: string, conditions: readonly Condition[]): number =>
  conditions.findIndex(({ operator, operands: [operand = ''] }) => {
    if (operator === 'Equals') return value === operand;
    if (value === '') return false;
    const [left, right] = [Number(value), Number(operand)];
    if (operator.includes('OrEqual') && left === right) return true;
    return operator.includes('Greater') ? left > right : operator.includes('Less') && left < right;
  });

/**
 * Whether what a flow writes into an attribute can make a comparison come out both ways. A value from elsewhere can; fixed ones can where they
 * lie on both sides. An attribute that is not set yet equals nothing.
 */
const counts = (values: ReadonlySet<string | undefined>, conditions: readonly Condition[]): boolean => {
  if (values.has(undefined)) return true;
  const sides = new Set<number>();
  for (const value of values) if (value !== undefined) sides.add(sideOf(value, conditions));
  if (conditions.every(({ operator }) => operator === 'Equals')) sides.add(-1);
  return sides.size > 1;
};

const attemptsOf = (block: Block, space: string, key: string, facts: FlowFacts): StepData['of'] => {
  if (space === 'External') return { unknown: 'a lookup may count the attempts, or may not' };
  const values = facts.written.get(key);
  if (values !== undefined && counts(values, block.conditions)) return 'attempts';
  return facts.hasLookup ? { unknown: `nothing in this flow counts ${key} up; a lookup may` } : 'other';
};

/** What a comparison of `$.Space.name` decides. */
const ofVariable = (block: Block, path: string, facts: FlowFacts): Decision => {
  const [space = ''] = path.split('.');
  const key = path.slice(space.length + 1);
  const words = wordsOf(key === '' ? space : key);
  const title = `Check ${words === '' ? 'a value' : words}`;
  if (HOURS.test(words) && !NOT_HOURS.test(words)) {
    const closed = CLOSED.test(words);
    const exits = yesNo(block.conditions, closed ? 'closed' : 'open', closed ? 'open' : 'closed').map((exit): Exit => {
      if (exit.label !== undefined && SAYS_CLOSED.test(exit.label)) return { ...exit, on: 'closed' };
      return exit.label !== undefined && SAYS_OPEN.test(exit.label) ? { ...exit, on: 'open' } : exit;
    });
    return { kind: 'check', data: { of: 'hours' }, title, exits, otherwise: rest(exits) };
  }
  if (STAFFING.test(words) || path.startsWith('Metrics.Agents')) {
    const exits = yesNo(block.conditions, 'success', 'failure');
    return { kind: 'check', data: { of: 'staffing' }, title, exits, otherwise: rest(exits) };
  }
  if (ATTEMPTS.test(words) && !NOT_ATTEMPTS.test(words) && space !== 'Metrics')
    return { ...ofAttempts(block, attemptsOf(block, space, key, facts)), title };
  const slot = slotOf(words);
  const exits = branches(block.conditions);
  if (slot !== undefined) return { kind: 'check', data: { of: 'slot', slot }, title, exits, otherwise: 'next' };
  const of: StepData['of'] = space === 'External' ? { unknown: `what ${key} from a lookup stands for cannot be seen` } : 'other';
  return { kind: 'check', data: { of }, title, exits, otherwise: 'next' };
};

/** A comparison that decides whether somebody has proved who they are; undefined where its results cannot be told apart. */
const ofProof = (block: Block, path: string, method: string | undefined): Decision | undefined => {
  let exits = yesNo(block.conditions, 'success', 'failure');
  const [only] = exits;
  if (exits.length === 1 && only?.on === 'branch') exits = [{ ...only, on: 'success' }];
  const known = exits.some(({ on }) => on !== 'branch');
  if (!known) return undefined;
  const data: StepData = { method: method ?? { unknown: `how ${path} was decided cannot be seen` } };
  const otherwise = exits.some(({ on }) => on === 'success') ? 'failure' : rest(exits);
  return { kind: 'verify', data, title: 'Verify the caller', exits, otherwise };
};

/** `$.External.x`, `$.Attributes['x']` -> `External.x`. */
export const pathOf = (value: unknown): string =>
  (textOf(value) ?? '')
    .replace(/^\$\.?/u, '')
    .replace(/\[['"]?([^\]'"]*)['"]?\]/gu, '.$1')
    .replace(/^\./u, '');

/** What a Compare block decides. */
export const readCompare = (block: Block, facts: FlowFacts): Decision => {
  const path = pathOf(block.params.ComparisonValue ?? block.params.Attribute);
  if (
    facts.proofs.has(block.id) ||
    (/auth|verif|valid|pin|pass|identity/iu.test(path) && NAMES_PROOF.test(wordsOf(path.slice(path.indexOf('.') + 1))))
  ) {
    const decision = ofProof(block, path, facts.proofs.get(block.id));
    if (decision !== undefined) return decision;
  }
  if (/^StoredCustomerInput\b/u.test(path)) return ofStoredInput(block, facts);
  if (/^Lex\.(?:IntentName|.*\.Name$)/u.test(path)) {
    return {
      kind: 'check',
      data: { of: 'other' },
      title: 'Check what the bot understood',
      exits: block.conditions.map((condition) => intentExit(operandOf(condition))),
      otherwise: 'no-match',
    };
  }
  if (/^(?:CustomerEndpoint|CustomerCallbackNumber|CallerId)/u.test(path)) {
    return {
      kind: 'check',
      data: { of: 'slot', slot: 'phone' },
      title: "Check the caller's number",
      exits: branches(block.conditions),
      otherwise: 'next',
    };
  }
  if (path === 'Channel')
    return { kind: 'check', data: { of: 'other' }, title: 'Check the channel', exits: branches(block.conditions), otherwise: 'next' };
  return ofVariable(block, path, facts);
};
