import { ARTEFACT_KINDS, CHANNELS, ROLES } from '../model/artefact.js';
import { EDGE_EVENTS, STEP_KINDS } from '../model/step.js';
import type { WrittenJudged } from './written.js';

/** Whether a value that was read from somewhere has a form. */
type Form = (value: unknown) => boolean;

const isText: Form = (value) => typeof value === 'string';
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  (item: Form): Form =>
  (value) =>
    Array.isArray(value) && value.every(item);
const isOneOf =
  (...names: readonly unknown[]): Form =>
  (value) =>
    names.includes(value);
const isBelow =
  (end: number): Form =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < end;

/** A map with these fields; others may stand beside them. */
const hasFields =
  (needed: Readonly<Record<string, Form>>, possible: Readonly<Record<string, Form>> = {}): Form =>
  (value) => {
    if (!isMap(value)) return false;
    for (const name in needed) if (needed[name]?.(value[name]) !== true) return false;
    for (const name in possible) if (value[name] !== undefined && possible[name]?.(value[name]) !== true) return false;
    return true;
  };

const isRoute = isListOf((key) => typeof key === 'string' || Number.isInteger(key));
const isReference = hasFields(
  { as: isOneOf('call', 'transfer', 'hold'), keys: isListOf(isText), label: isText },
  { dynamic: isText, ifAny: isOneOf(true) },
);
const isStepKind = isOneOf(...STEP_KINDS);
const isEvent = isOneOf(...EDGE_EVENTS);

const ARTEFACT = {
  kind: isOneOf(...ARTEFACT_KINDS),
  role: isOneOf(...ROLES),
  id: isText,
  name: isText,
  syntax: isText,
  route: isRoute,
  format: isText,
};
const MAY_HAVE = { channel: isOneOf(...CHANNELS), topic: isText, language: isText, country: isText, start: isText, family: isText, path: isText };

const isOutline = hasFields(
  {
    ...ARTEFACT,
    keys: isListOf(isText),
    steps: isListOf(hasFields({ id: isText, kind: isStepKind }, { why: isText, refers: isListOf(isReference) })),
  },
  {
    ...MAY_HAVE,
    takesRoles: isOneOf(true),
    hooks: isListOf(hasFields({ role: isOneOf('hold', 'whisper', 'outbound', 'agent-guide', 'afterwards'), flow: isReference })),
  },
);

const isStep = hasFields({ id: isText, kind: isStepKind, label: isText, data: isMap, route: isRoute }, { path: isText, counted: isOneOf(true) });

const isVerdict = (artefacts: number, rules: number): Form => {
  const artefact = isBelow(artefacts);
  const isJourney = isListOf(
    hasFields(
      { artefact, step: isStep },
      { event: isEvent, label: isText, text: isText, speaker: isOneOf('system', 'agent', 'customer', 'instruction') },
    ),
  );
  return hasFields(
    {
      rule: isBelow(rules),
      outcome: isOneOf('broken', 'unknown'),
      artefact,
      route: isRoute,
      message: isText,
      journey: isJourney,
      identity: isListOf(isText),
    },
    {
      path: isText,
      anchor: isStep,
      leftBy: isEvent,
      missing: isOneOf(true),
      against: isJourney,
      why: isText,
      hidden: hasFields({ artefact, step: isStep }),
    },
  );
};

const isHead = hasFields(
  { outline: isOutline, signature: isText, artefacts: isListOf(hasFields(ARTEFACT, MAY_HAVE)), verdicts: Array.isArray, asked: Array.isArray },
  { found: isMap, facts: Array.isArray },
);

/** Whether a value from outside has the form of what `writeJudged` writes. `rules`: how many rules have a number. */
export const isWrittenJudged = (value: unknown, rules: number): value is WrittenJudged => {
  if (!isHead(value)) return false;
  const { artefacts, verdicts, asked } = value as WrittenJudged;
  const isAsked = asked.length % 2 === 0 && asked.every((number, at) => (at % 2 === 0 ? isBelow(rules) : isBelow(Infinity))(number));
  return isAsked && isListOf(isVerdict(artefacts.length, rules))(verdicts);
};
