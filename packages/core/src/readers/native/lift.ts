import { stepVerb } from '@carelint/policy-schema';
import type { StepVerbName } from '@carelint/policy-schema';
import type { Artefact, Channel, Role, Utterance } from '../../model/artefact.js';
import type { StepData, StepKind } from '../../model/step.js';
import type { Source, Syntax } from '../../source/source.js';
import { Draft } from './draft.js';
import type { Line, Outline, Written } from './outline.js';
import { dataOf, KEY_PREFIX, referencesOf, waysOf } from './step-data.js';
import type { Setting } from './step-data.js';
import { entryOf, skipCheck, wireLine } from './wire.js';
import { mainText, shortened, toldBy, utterancesOf, wordings } from './words.js';
import type { Wording } from './words.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The words of a step: the verb's own value where it is words, and those said beside it. */
const wordsAt = (line: Line, verb: StepVerbName, language: string | undefined): readonly Wording[] => {
  const at = (option: string): readonly Wording[] =>
    option in line.written ? wordings(line.written[option], [...line.route, option], language) : [];
  return stepVerb(verb).value === 'words' ? at(verb) : [...at('saying'), ...at('transcript')];
};

const heardAt = (line: Line, verb: StepVerbName, words: readonly Wording[], lifting: Lifting): readonly Utterance[] => {
  const as = text(line.written['as']);
  const speaker = verb === 'hear' ? 'customer' : lifting.speaker;
  if (words.length > 0 || verb !== 'play') {
    const verbatim = verb !== 'hear' && lifting.verbatim?.(line) === true;
    return utterancesOf(words, line.id, { speaker, ...(as === undefined ? {} : { as }), ...(verbatim ? { verbatim } : {}) });
  }
  const why = `it is a recording (\`${String(line.written['play'])}\`) without a transcript`;
  return [{ why, speaker, step: line.id, route: [...line.route, 'play'] }];
};

const labelOf = (line: Line, verb: StepVerbName, language: string | undefined): string => {
  const value = line.written[verb];
  if (stepVerb(verb).value === 'words') return shortened(mainText(value, language)) || verb;
  if (verb === 'verify') return waysOf(value).join(' or ');
  if (verb === 'repeat') return `back to ${String(value)}`;
  return shortened(String(value));
};

const kindOf = (line: Line, verb: StepVerbName): StepKind =>
  verb === 'repeat' && line.written['times'] !== undefined ? 'check' : stepVerb(verb).kind;

/** A document that goes step by step, with what depends on its kind. */
export interface Lifting {
  readonly document: Written;
  readonly outline: Outline;
  readonly setting: Setting;
  /** Who says what is said. */
  readonly speaker: Utterance['speaker'];
  /** Whether the words of a line must be said exactly so. */
  readonly verbatim?: (line: Line) => boolean;
  /** The first step: what it is called, and where it stands. */
  readonly beginning: { readonly label: string; readonly data: StepData; readonly key: string };
}

/** Lifts the lines of a document that has been found well formed into steps, edges and texts. */
export const liftSteps = (lifting: Lifting): Pick<Artefact, 'steps' | 'edges' | 'utterances'> & { readonly start: string } => {
  const { document, outline, setting, beginning } = lifting;
  const draft = new Draft();
  const frame = { flow: document, outline, draft };
  const language = text(document['language']);
  const utterances: Utterance[] = [];

  const start = outline.named.get('start')?.line?.id === 'start' ? 'start/start' : 'start';
  draft.step({ id: start, kind: 'start', label: beginning.label, data: beginning.data, route: [beginning.key] });
  const first = outline.steps[0];
  if (first !== undefined) draft.edge(start, 'next', entryOf(first));

  for (const line of outline.all) {
    const { verb } = line;
    if (verb === undefined) continue;
    const words = wordsAt(line, verb, language);
    const refers = referencesOf(line, verb, setting);
    skipCheck(frame, line);
    const step = {
      id: line.id,
      kind: kindOf(line, verb),
      label: labelOf(line, verb, language),
      data: dataOf(line, verb, setting, toldBy(words)),
      route: line.route,
    };
    draft.step(refers.length === 0 ? step : { ...step, refers });
    utterances.push(...heardAt(line, verb, words, lifting));
    wireLine(frame, line);
  }
  return { start, steps: draft.steps, edges: draft.edges, utterances };
};

/** What documents of both kinds say of themselves. */
export const headOf = (document: Written, kind: 'flow' | 'script', source: Source, syntax: Syntax) => {
  const id = String(document[kind]);
  const channel = text(document['channel']) as Channel | undefined;
  const language = text(document['language']);
  const country = text(document['country']);
  return {
    kind,
    ...(channel === undefined ? {} : { channel }),
    id,
    name: text(document['title']) ?? id,
    keys: [`${KEY_PREFIX[kind]}${id}`],
    path: source.path,
    syntax,
    route: [],
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
    values: document,
    format: 'native',
  } satisfies Partial<Artefact>;
};

/** Lifts a flow that has been found well formed. */
export const liftFlow = (flow: Written, outline: Outline, source: Source, syntax: Syntax): Artefact => {
  const head = headOf(flow, 'flow', source, syntax);
  const role = (text(flow['role']) ?? 'entry') as Role;
  const setting = { channel: head.channel, bot: flow['bot'] === true, script: false };
  const beginning = { label: head.name, data: role === 'outbound' ? { outbound: true } : {}, key: 'flow' };
  return { ...head, role, ...liftSteps({ document: flow, outline, setting, speaker: 'system', beginning }) };
};
