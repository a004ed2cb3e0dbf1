import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';
import type { Token } from './expression-tokens.js';
import { tokensOf } from './expression-tokens.js';
import { NAMES_PROOF, slotOf, wordsOf } from '../../model/names.js';

/** What a flow knows of its variables. */
export interface Facts {
  /** Variables that hold what the customer typed or wrote. */
  readonly answers: ReadonlySet<string>;
  /** Variables that the flow itself sets. */
  readonly written: ReadonlySet<string>;
}

/** What a condition decides. */
export interface Decision {
  readonly kind: StepKind;
  readonly data: StepData;
  readonly title: string;
  /** The way out where it holds, and where it does not. */
  readonly yes: EdgeEvent;
  readonly no: EdgeEvent;
  /** What the customer typed or wrote, where it is compared with that. */
  readonly literals: readonly string[];
}

const HOURS = /\b(?:open|opened|closed|business hours|opening hours|office hours|holiday|schedule|after hours|out of hours)\b/u;
const CLOSED = /\b(?:closed|holiday|after hours|out of hours)\b/u;
const NOT_HOURS = /\b(?:case|cases|ticket|account|order|orders|claim)\b/u;
const STAFFING =
  /\b(?:agents?|staff|staffed|staffing|representatives?|advisors?|users?)\b.*\b(?:available|idle|online|on queue|staffed|status|ready|count|logged)\b|\b(?:idle|available|on queue) ?(?:agents?|users?|staff)\b|\bstaff(?:ed|ing)\b/u;
const ATTEMPTS = /\b(?:retry|retries|attempts?|tries|counter|count)\b/u;
const NOT_ATTEMPTS = /\b(?:queue|contacts?|agents?|case|cases|results?|interactions?)\b/u;
const COUNTING = /\b(?:call|flow|task|state|session|message|slot|bot)\b/u;

const OPPOSITE: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };

interface Shape {
  readonly names: readonly string[];
  readonly literals: readonly string[];
  /** `yes` means that the compared thing is so. */
  readonly holds: boolean;
  readonly operator: string | undefined;
  readonly number: number | undefined;
}

const WORDS_OF_LOGIC =
  /^(?:and|or|not|true|false|null|not_set|if|contains|equals|lower|upper|trim|tostring|todisplaystring|isset|isnotset|isnotsetorempty|isset\w*|count|length|getat|toint|todecimal|left|right|substring|replace)$/iu;

/** Functions whose own name says what they look at. */
const SAYS_WHAT = /agent|queue|schedule|wait/iu;

const shapeOf = (tokens: readonly Token[]): Shape => {
  const names = tokens
    .filter(({ is, text }, index) => is === 'name' && !WORDS_OF_LOGIC.test(text) && !(tokens[index + 1]?.text === '(' && !SAYS_WHAT.test(text)))
    .map(({ text }) => text);
  const literals = tokens.filter(({ is, text }) => is === 'text' && text.trim() !== '').map(({ text }) => text.trim());
  const at = tokens.findIndex(({ is, text }) => is === 'mark' && Object.hasOwn(OPPOSITE, text));
  const operator = tokens[at]?.text;
  const after = at < 0 ? undefined : tokens[at + 1];
  const first = tokens[0]?.text.toLowerCase();
  const negated = first === '!' || first === 'not' || first?.startsWith('isnotset') === true;
  const isFalse =
    (after?.is === 'name' && after.text.toLowerCase() === 'false') ||
    (after?.is === 'text' && /^(?:false|no|closed|failed?|invalid|0)$/iu.test(after.text));
  const differs = operator === '!=';
  const holds = [negated, isFalse, differs].filter(Boolean).length % 2 === 0;
  return { names, literals, holds, operator, number: after?.is === 'number' ? Number(after.text) : undefined };
};

const labelWords = (names: readonly string[]): string => [...new Set(names)].map((name) => wordsOf(name.slice(name.indexOf('.') + 1))).join(' ');

const sides = (holds: boolean, yes: EdgeEvent, no: EdgeEvent): Pick<Decision, 'yes' | 'no'> => (holds ? { yes, no } : { yes: no, no: yes });

const ofAttempts = (shape: Shape, title: string): Decision | undefined => {
  if (shape.operator === undefined || shape.number === undefined) return undefined;
  const again = shape.operator.startsWith('<') || shape.operator === '!=';
  return { kind: 'check', data: { of: 'attempts' }, title, literals: [], ...sides(again, 'again', 'limit') };
};

const ofStaffing = (shape: Shape, title: string): Decision => {
  const none = shape.number !== undefined && (shape.operator === '<' || shape.operator === '<=' || (shape.operator === '==' && shape.number === 0));
  const holds = shape.number === undefined ? shape.holds : !none;
  return { kind: 'check', data: { of: 'staffing' }, title, literals: [], ...sides(holds, 'success', 'failure') };
};

/** Whether a name stands for what the customer typed or wrote. */
export const isAnswer = (name: string, facts: Facts): boolean =>
  facts.answers.has(name) || /^(?:Message|Chat)\.(?:Message|Input)\.(?:body|text)$/iu.test(name);

/** What a condition decides. `proof` is set where a question for proof of identity came just before, to its method. */
export const decide = (condition: string, facts: Facts, proof?: string): Decision => {
  const shape = shapeOf(tokensOf(condition));
  const words = labelWords(shape.names);
  const title = words === '' ? 'Check a value' : `Check ${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words}`;
  const compares = shape.operator === '==' || shape.operator === '!=' || /\bcontains\b/iu.test(condition);
  if (compares && shape.literals.length > 0 && shape.names.some((name) => isAnswer(name, facts)) && proof === undefined) {
    return {
      kind: 'check',
      data: { of: 'slot' },
      title,
      literals: [...new Set(shape.literals)],
      ...sides(shape.operator !== '!=', 'choice', 'no-match'),
    };
  }
  const isHours = HOURS.test(words) && !NOT_HOURS.test(words);
  if (NAMES_PROOF.test(words) || (proof !== undefined && !isHours && !STAFFING.test(words) && !ATTEMPTS.test(words))) {
    return {
      kind: 'verify',
      data: { method: proof ?? { unknown: 'how it was decided cannot be seen' } },
      title: 'Verify the caller',
      literals: [],
      ...sides(shape.holds, 'success', 'failure'),
    };
  }
  if (isHours) {
    const closed = CLOSED.test(words) || shape.literals.some((literal) => CLOSED.test(literal.toLowerCase()));
    const said = shape.literals.length > 0 ? shape.operator !== '!=' : shape.holds;
    return { kind: 'check', data: { of: 'hours' }, title, literals: [], ...sides(said, closed ? 'closed' : 'open', closed ? 'open' : 'closed') };
  }
  if (STAFFING.test(words)) return ofStaffing(shape, title);
  const counted =
    ATTEMPTS.test(words) && !NOT_ATTEMPTS.test(words) && shape.names.some((name) => facts.written.has(name)) ? ofAttempts(shape, title) : undefined;
  if (counted !== undefined) return counted;
  const slot = slotOf(words.replace(COUNTING, ' '));
  const data: StepData = slot === undefined ? { of: 'other' } : { of: 'slot', slot };
  return { kind: 'check', data, title, literals: [], yes: 'branch', no: 'next' };
};
