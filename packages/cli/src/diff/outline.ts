import {
  isFurther,
  tell,
  type ChoiceChange,
  type Comparison,
  type Effort,
  type EffortChange,
  type Finding,
  type FlowChange,
  type Hours,
  type Moment,
  type ReachChange,
  type StepKind,
  type TermChange,
  type TextChange,
  type ValueChange,
} from '@carelint/core';
import { counted, listed } from '../report/summary.js';

/** A station of a journey, as it is told. */
export interface ToldStation {
  readonly kind: StepKind;
  readonly told: readonly string[];
}

/** A journey with what it shows: `before`, `now`. */
export interface ToldJourney {
  readonly title: string;
  readonly stations: readonly ToldStation[];
}

/** One thing that has changed. */
export interface Item {
  /** Where the customer is then; what follows each other at one place is shown together. */
  readonly at?: string;
  readonly text: string;
  /** Set where customers may be worse off: a person is further away, or something can no longer be reached. */
  readonly worse?: true;
  readonly journeys: readonly ToldJourney[];
}

/** Changes of one kind. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** Set where the journeys say little more than the texts: they are shown to those who want all. */
  readonly brief?: true;
}

/** What has changed in one document. */
export interface FlowOutline {
  readonly title: string;
  readonly file: string;
  readonly sections: readonly Section[];
}

/** A comparison as it is told, whatever it is written as. */
export interface Outline {
  readonly flows: readonly FlowOutline[];
  /** Sentences about documents that were added, removed, renamed, or laid out otherwise. */
  readonly notes: readonly string[];
  readonly gained: readonly Finding[];
  readonly mended: readonly Finding[];
  readonly sum: string;
}

const stations = (journey: readonly Moment[]): readonly ToldStation[] => {
  const told = tell(journey);
  return journey.map(({ step: { kind } }, index) => ({ kind, told: told[index] ?? [] }));
};

const journeys = (title: string, journey: readonly Moment[]): readonly ToldJourney[] =>
  journey.length < 2 ? [] : [{ title, stations: stations(journey) }];

const WHEN: Readonly<Record<Hours, string>> = { open: 'while it is open', closed: 'while it is closed' };
const when = (hours: Hours | undefined, before = ' '): string => (hours === undefined ? '' : `${before}${WHEN[hours]}`);

const measuresOf = ({ steps, choices, questions, seconds }: Effort): string =>
  [
    counted(choices, 'choice'),
    counted(questions, 'question'),
    counted(steps, 'step'),
    ...(seconds > 0 ? [`${counted(seconds, 'second')} of listening or reading`] : []),
  ].join(', ');

const perhaps = ({ perhapsSooner, onlyByFailing }: Effort): string =>
  [onlyByFailing === true ? ', and only by failing at something' : '', perhapsSooner === true ? ' (perhaps sooner: a part is not in view)' : ''].join(
    '',
  );

const effortText = ({ to, before, after, hours }: EffortChange): string => {
  const place = to === undefined ? '' : `${to}: `;
  if (after === undefined)
    return `${place}nobody is reached any more${when(hours)}; it took at least ${before === undefined ? '' : measuresOf(before)}`;
  if (before === undefined)
    return `${place}a person is reached now${when(hours)}, and nobody was before: at least ${measuresOf(after)}${perhaps(after)}`;
  return `${place}at least ${measuresOf(before)}${perhaps(before)}; now ${measuresOf(after)}${perhaps(after)}${when(hours, ', ')}`;
};

const effortItem = (change: EffortChange): Item => {
  const { before, after } = change;
  return {
    text: effortText(change),
    ...(isFurther(change) ? { worse: true } : {}),
    journeys: [...(before === undefined ? [] : journeys('before', before.journey)), ...(after === undefined ? [] : journeys('now', after.journey))],
  };
};

const REACHED: readonly { readonly title: string; readonly is: (change: ReachChange) => boolean; readonly worse?: true; readonly shows: string }[] = [
  { title: 'Customers no longer come to', is: ({ before, after }) => before === 'yes' && after === 'no', worse: true, shows: 'before' },
  {
    title: 'Customers may no longer come to (unless a part that is not in view leads there)',
    is: ({ before, after }) => before === 'yes' && after === 'maybe',
    shows: 'before',
  },
  { title: 'Customers now come to', is: ({ before }) => before === 'no', shows: 'now' },
  { title: 'Customers surely come to now (before, perhaps behind a part that is not in view)', is: ({ before }) => before === 'maybe', shows: 'now' },
];

const reachSections = (reach: readonly ReachChange[]): readonly Section[] =>
  REACHED.map(({ title, is, worse, shows }) => ({
    title,
    items: reach.filter(is).map((change) => ({
      text: `${change.words}${when(change.hours, ', ')}`,
      // An end without help that is gone is no loss.
      ...(worse === true && change.kind !== 'end' && change.kind !== 'hidden' ? { worse } : {}),
      journeys: journeys(shows, change.journey),
    })),
  }));

const comesTo = (places: readonly string[]): string => (places.length === 0 ? 'nothing that is in view' : listed(places));

const afterwards = ({ lost, gained, before, after }: ChoiceChange): string => {
  if (before === undefined) return `comes to ${comesTo(gained)}`;
  if (after === undefined) return `came to ${comesTo(lost)}`;
  if (lost.length === 0 && gained.length === 0) return '';
  if (lost.length === 0) return `may now also come to ${comesTo(gained)}`;
  if (gained.length === 0) return `no longer comes to ${comesTo(lost)}${after.leadsTo.length > 0 ? `, but to ${comesTo(after.leadsTo)}` : ''}`;
  return `came to ${comesTo(lost)}; now comes to ${comesTo(gained)}`;
};

const choiceText = (change: ChoiceChange): string => {
  const [was, is] = [change.before?.words ?? '', change.after?.words ?? ''];
  const led = afterwards(change);
  const also = led === '' ? '' : `; ${led}`;
  switch (change.kind) {
    case 'gained':
      return `${change.chosen ? 'a new choice' : 'new'}: ${is}, ${led}`;
    case 'lost':
      return `${change.chosen ? 'a choice is gone' : 'no longer'}: ${was}, ${led}`;
    case 'renumbered':
      return `moved: who ${was} so far must do otherwise: ${is}${also}`;
    case 'replaced':
      return `means something else: was ${was}, is ${is}${also}`;
    case 'reworded':
      return `other words: was ${was}, is ${is}`;
    case 'leads-elsewhere':
      return `${is}: ${led}`;
  }
};

const choiceItem = (change: ChoiceChange): Item => ({
  at: change.at,
  text: `${choiceText(change)}${when(change.hours, ', ')}`,
  ...(change.kind === 'lost' && change.chosen ? { worse: true as const } : {}),
  journeys: journeys(change.gained.length > 0 ? 'now' : 'before', change.journey),
});

const said = (text: string): string => `“${text}”`;

const SPEAKER: Readonly<Record<TextChange['speaker'], string>> = {
  system: '',
  agent: 'staff: ',
  customer: 'the customer: ',
  instruction: 'told to staff: ',
};

const textItem = ({ at, speaker, before, after }: TextChange): Item => {
  const who = SPEAKER[speaker];
  if (before === undefined) return { text: `new: ${who}${said(after ?? '')}`, journeys: [] };
  if (after === undefined) return { text: `no longer: ${who}${said(before)}`, journeys: [] };
  return { text: `${/^At “/u.test(at) ? '' : `${at}: `}${who}was ${said(before)}, is ${said(after)}`, journeys: [] };
};

/** What the fields of the step data mean, for people. Others are told by their name. */
const FIELDS: Readonly<Record<string, string>> = {
  waitAtMost: 'longest wait in seconds',
  window: 'promised within',
  attempts: 'tries',
  routesTo: 'who rings back',
  delivered: 'somebody gets the message',
  keepsContext: 'what was given reaches the next one',
  keeps: 'what reaches the next one',
  talkLimitSeconds: 'the talk is ended after seconds',
  tells: 'what is told',
  method: 'how they prove who they are',
  slot: 'what is asked for',
  sensitive: 'must stay secret',
  skipIfKnown: 'not asked when known',
  owner: 'who keeps the problem',
  style: 'how staff pass the customer on',
  to: 'where they are passed on to',
  seconds: 'how long it lasts in seconds',
  bargeIn: 'may be interrupted',
  input: 'how they may answer',
  goesTo: 'who gets it',
  directNumber: 'a number that leads straight back',
  name: 'what is done',
  ways: 'ways to reach somebody',
};

const valueText = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.length === 0 ? 'nothing' : value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const termItem = ({ at, field, before, after, hidden }: TermChange): Item => ({
  at,
  text: `${hidden === true ? 'another function is called, and what it does is not in view' : (FIELDS[field] ?? field)}: was ${valueText(before)}, is ${valueText(after)}`,
  journeys: [],
});

const valueItem = ({ at, before, after }: ValueChange): Item => ({ text: `${at}: was ${valueText(before)}, is ${valueText(after)}`, journeys: [] });

const sectionsOf = ({ reach, efforts, choices, texts, terms, values }: FlowChange): readonly Section[] =>
  [
    { title: 'The way to a person', items: efforts.map(effortItem) },
    ...reachSections(reach),
    { title: 'What comes next', items: choices.map(choiceItem), brief: true as const },
    { title: 'What is heard or read', items: texts.map(textItem) },
    { title: 'Promises and other facts', items: terms.map(termItem) },
    { title: 'What is stated', items: values.map(valueItem) },
  ].filter(({ items }) => items.length > 0);

const flowOutline = (flow: FlowChange): FlowOutline => {
  const { name = '', path = '' } = flow.after ?? flow.before ?? {};
  return { title: name, file: path, sections: sectionsOf(flow) };
};

const KINDS: Readonly<Record<string, string>> = {
  flow: 'flow',
  script: 'script',
  operations: 'operations document',
  site: 'site',
  data: 'data file',
  code: 'program',
};

const noteOf = ({ status, before, after }: FlowChange): readonly string[] => {
  const what = KINDS[(after ?? before)?.kind ?? ''] ?? 'document';
  const notes: string[] = [];
  if (status === 'added' && after !== undefined) notes.push(`New ${what}: ${after.name} (${after.path}).`);
  const seen = after ?? before;
  if (status === 'unread' && seen !== undefined)
    notes.push(`${seen.name} (${seen.path}) could not be compared: on the other side its file could not be read.`);
  if (status === 'removed' && before !== undefined) notes.push(`No longer there: ${what} ${before.name} (${before.path}).`);
  if (status === 'rearranged' && after !== undefined)
    notes.push(
      `${after.name} (${after.path}) is laid out otherwise. No difference was found in what customers come to, by which choices, with how much effort and in which words.`,
    );
  if (before !== undefined && after !== undefined && before.id !== after.id)
    notes.push(`The ${what} ${before.id} (${before.path}) is now ${after.id} (${after.path}).`);
  if (before !== undefined && after !== undefined && before.role !== after.role)
    notes.push(`${after.name} (${after.path}) was ${before.role}, is ${after.role}.`);
  return notes;
};

/** Whether all that has changed is out of view. */
const isHidden = ({ reach, efforts, choices, texts, terms, values }: FlowChange): boolean =>
  [reach, efforts, choices, texts, values].every((changes) => changes.length === 0) && terms.every(({ hidden }) => hidden === true);

const sumOf = ({ flows, findings }: Comparison, unread: number): string => {
  const count = (status: FlowChange['status']): number => flows.filter((flow) => flow.status === status).length;
  const changed = flows.filter(({ status }) => status === 'changed');
  const hidden = changed.filter(isHidden).length;
  const parts = [
    ...(changed.length > hidden ? [`${counted(changed.length - hidden, 'document')} changed for customers`] : []),
    ...(hidden > 0 ? [`${counted(hidden, 'document')} changed where nobody can see what it does`] : []),
    ...(count('added') > 0 ? [counted(count('added'), 'new document')] : []),
    ...(count('removed') > 0 ? [`${counted(count('removed'), 'document')} gone`] : []),
    ...(count('rearranged') > 0 ? [`${counted(count('rearranged'), 'document')} only laid out otherwise`] : []),
    ...(findings.gained.length > 0 ? [counted(findings.gained.length, 'new finding')] : []),
    ...(findings.mended.length > 0 ? [`${counted(findings.mended.length, 'finding')} mended`] : []),
  ];
  const limit = unread === 0 ? '' : ` ${counted(unread, 'file')} could not be read, and may hold more.`;
  const nothing = unread === 0 ? 'Nothing changes for customers.' : 'Nothing changes for customers in what could be read.';
  return parts.length === 0 ? `${nothing}${limit}` : `${listed(parts)}.${limit}`;
};

/** Tells a comparison. `unread`: how many files of either side could not be read. */
export const outlineOf = (comparison: Comparison, unread: number): Outline => ({
  flows: comparison.flows.filter(({ status }) => status === 'changed').map(flowOutline),
  notes: comparison.flows.flatMap(noteOf),
  gained: comparison.findings.gained,
  mended: comparison.findings.mended,
  sum: sumOf(comparison, unread),
});
