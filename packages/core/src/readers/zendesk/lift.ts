import { hole } from '../../model/artefact.js';
import type { Artefact, Speaker, Utterance } from '../../model/artefact.js';
import type { Edge, Step, StepData, StepKind } from '../../model/step.js';
import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap, textOf } from '../../source/values.js';

export type Written = Readonly<Record<string, unknown>>;

/** A macro, trigger or automation where it stands. */
export interface Listed {
  readonly as: 'macro' | 'trigger' | 'automation';
  readonly written: Written;
  readonly route: Route;
}

const isAction = (value: unknown): value is Written => isMap(value) && typeof value['field'] === 'string';

/** Whether a value is one of Zendesk's business rules: a title, and a list of fields with the values that they get. */
export const isBusinessRule = (value: unknown): value is Written =>
  isMap(value) &&
  typeof value['title'] === 'string' &&
  Array.isArray(value['actions']) &&
  value['actions'].length > 0 &&
  value['actions'].every(isAction);

/** What a value of an action may say: text, or a list that ends with it (`[channel, text]`, `[who, subject, text]`). */
interface Words {
  readonly text: string;
  readonly route: Route;
}

const textsIn = (value: unknown, from: number, route: Route): readonly Words[] => {
  if (typeof value === 'string') return [{ text: value, route }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => (index >= from && typeof item === 'string' ? [{ text: item, route: [...route, index] }] : []));
};

/** Fields with words for people, and where in a list these begin. `notification_target` and its like are sent to machines. */
const WORDED: Readonly<Record<string, number>> = {
  comment_value: 1,
  comment_value_html: 1,
  notification_user: 1,
  notification_sms_user: 1,
  notification_messaging_csat: 1,
};

const actionsOf = ({ written, route }: Listed): readonly { readonly field: string; readonly value: unknown; readonly route: Route }[] =>
  (written['actions'] as readonly Written[]).map((action, index) => ({
    field: textOf(action['field']) ?? '',
    value: action['value'],
    route: [...route, 'actions', index, 'value'],
  }));

/** Marks at which a line ends, and all others. */
const LINE_END = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/giu;
const MARK = /<\/?[a-z!][^<>]*>/giu;

/** HTML as it is read, line by line. */
const read = (html: string): string =>
  html
    .replace(LINE_END, '\n')
    .replace(MARK, ' ')
    .replace(/[ \t]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();

/** Words with the field that they stand in, and whom they are sent to where the action says so. */
interface Sent extends Words {
  readonly field: string;
  readonly to: unknown;
}

const wordsIn = (rule: Listed): readonly Sent[] =>
  actionsOf(rule).flatMap(({ field, value, route }): readonly Sent[] => {
    const from = Object.hasOwn(WORDED, field) ? WORDED[field] : undefined;
    if (from === undefined) return [];
    const to: unknown = Array.isArray(value) ? value[0] : undefined;
    return textsIn(value, from, route).map((words) => ({ ...words, text: field.endsWith('_html') ? read(words.text) : words.text, field, to }));
  });

/** The words of a rule, for guessing their language. */
export const wordsOf = (rule: Listed): readonly string[] => wordsIn(rule).map(({ text }) => text);

/** A comment is public unless the rule says otherwise; a notification goes to the customer, or to staff. */
const speakerOf = (field: string, to: unknown, internal: boolean, as: Listed['as']): Speaker => {
  if (!field.startsWith('comment'))
    return to === 'requester_id' || to === 'requester_and_ccs' || to === 'current_user' || to === 'all' ? 'system' : 'instruction';
  if (internal) return 'instruction';
  return as === 'macro' ? 'agent' : 'system';
};

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['complaint', /complain|beschwerde|réclamation|queja|reclamación|reclamo|reclamação|klacht/iu],
  ['cancel', /cancel(?!l?ed order)|kündig|résili|cancelar|baja|disdetta|opzeg/iu],
  ['feedback', /feedback|survey|satisfaction|csat|rating|review|umfrage|bewertung|avis|encuesta|opinión|sondaggio|avaliação|beoordeling/iu],
];

/** What a rule does besides its words. */
const doneBy = (field: string, value: unknown): { readonly kind: StepKind; readonly label: string; readonly data: StepData } | undefined => {
  if (/^(?:assignee_id|group_id)$/u.test(field) && value !== '' && value !== null && value !== 'current_user' && value !== 'current_groups')
    return { kind: 'act', label: 'the ticket goes to somebody', data: { does: 'task' } };
  if (field === 'notification_group' || field === 'follower') return { kind: 'act', label: 'colleagues are told', data: { does: 'notify' } };
  return undefined;
};

/** What fills a placeholder is a value, but for those that hold whole texts. */
const WHOLE_TEXT = /^dc$|comment|description|signature|content/iu;
const PLACEHOLDER = /\{\{\s*([\w.]+)[^{}]*\}\}/gu;

const withHoles = (text: string): string =>
  text.replace(PLACEHOLDER, (whole, path: string) => {
    const parts = path.split('.');
    const last = parts.at(-1) ?? path;
    if (parts.some((part) => WHOLE_TEXT.test(part))) return whole;
    return hole(/name$|id$|number$/iu.test(last) ? last : `${last} value`);
  });

const utterancesOf = (rule: Listed, language: string | undefined): readonly Utterance[] => {
  const internal = actionsOf(rule).some(({ field, value }) => field === 'comment_mode_is_public' && (value === false || value === 'false'));
  return wordsIn(rule).map(({ text, field, to, route }) => ({
    text: withHoles(text),
    speaker: speakerOf(field, to, internal, rule.as),
    place: 'mail',
    step: 'say',
    ...(language === undefined ? {} : { language }),
    route,
  }));
};

/** The words, what is done, and whether the ticket is closed: one after the other. */
const stepsOf = (rule: Listed, topic: string | undefined): { readonly steps: readonly Step[]; readonly edges: readonly Edge[] } => {
  const { written, route, as } = rule;
  const title = textOf(written['title']) ?? '';
  const actions = actionsOf(rule);
  const steps: Step[] = [{ id: 'start', kind: 'start', label: title, data: topic === undefined ? {} : { task: topic }, route }];
  const edges: Edge[] = [];
  const then = (step: Step): void => {
    edges.push({ from: steps.at(-1)?.id ?? 'start', to: step.id, on: 'next' });
    steps.push(step);
  };
  then({ id: 'say', kind: 'say', label: title, data: {}, route });
  for (const [index, { field, value, route: at }] of actions.entries()) {
    const done = doneBy(field, value);
    if (done !== undefined) then({ id: `${field}-${String(index)}`, counted: true, ...done, route: at });
  }
  const closing = actions.find(({ field, value }) => field === 'status' && (value === 'solved' || value === 'closed'));
  then(
    closing === undefined
      ? {
          id: 'open',
          kind: 'unknown',
          label: 'the ticket stays open',
          data: { why: `what happens to the ticket after this ${as} is not in it` },
          route,
        }
      : { id: 'end', kind: 'end', label: 'the ticket is closed', data: {}, route: closing.route },
  );
  return { steps, edges };
};

/** Lifts a rule into a script; undefined where it says nothing or is switched off. `seen` counts how often a title came before in the file. */
export const liftRule = (
  rule: Listed,
  language: string | undefined,
  { source, syntax }: ParsedDocument,
  seen: Map<string, number>,
): Artefact | undefined => {
  const { written, route, as } = rule;
  const utterances = utterancesOf(rule, language);
  if (written['active'] === false || utterances.length === 0) return undefined;
  const title = textOf(written['title']) ?? '';
  const topic = TOPICS.find(([, named]) => named.test(title))?.[0];
  const key = `${as}/${title}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return {
    kind: 'script',
    role: 'entry',
    channel: 'email',
    id: count === 1 ? key : `${key}-${String(count)}`,
    name: title,
    keys: [],
    path: source.path,
    syntax,
    route,
    ...(language === undefined ? {} : { language }),
    ...(topic === undefined ? {} : { topic }),
    start: 'start',
    ...stepsOf(rule, topic),
    utterances,
    values: written,
    format: 'zendesk',
  };
};
