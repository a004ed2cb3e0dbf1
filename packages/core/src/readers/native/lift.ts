import { flowVerb } from '@carelint/policy-schema';
import type { FlowVerbName } from '@carelint/policy-schema';
import type { Artefact, Channel, Role, Utterance } from '../../model/artefact.js';
import type { StepKind } from '../../model/step.js';
import type { Source, Syntax } from '../../source/source.js';
import { Draft } from './draft.js';
import type { Line, Outline, Written } from './outline.js';
import { dataOf, referencesOf, waysOf } from './step-data.js';
import { entryOf, skipCheck, wireLine } from './wire.js';
import { mainText, shortened, toldBy, utterancesOf, wordings } from './words.js';
import type { Wording } from './words.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The words of a step: the verb's own value where it is words, and those said beside it. */
const wordsAt = (line: Line, verb: FlowVerbName, language: string | undefined): readonly Wording[] => {
  const at = (option: string): readonly Wording[] =>
    option in line.written ? wordings(line.written[option], [...line.route, option], language) : [];
  return flowVerb(verb).value === 'words' ? at(verb) : [...at('saying'), ...at('transcript')];
};

const heardAt = (line: Line, verb: FlowVerbName, words: readonly Wording[]): readonly Utterance[] => {
  const as = text(line.written['as']);
  if (words.length > 0 || verb !== 'play') return utterancesOf(words, line.id, { speaker: 'system', ...(as === undefined ? {} : { as }) });
  const why = `it is a recording (\`${String(line.written['play'])}\`) without a transcript`;
  return [{ why, speaker: 'system', step: line.id, route: [...line.route, 'play'] }];
};

const labelOf = (line: Line, verb: FlowVerbName, language: string | undefined): string => {
  const value = line.written[verb];
  if (flowVerb(verb).value === 'words') return shortened(mainText(value, language)) || verb;
  if (verb === 'verify') return waysOf(value).join(' or ');
  if (verb === 'repeat') return `back to ${String(value)}`;
  return shortened(String(value));
};

const kindOf = (line: Line, verb: FlowVerbName): StepKind =>
  verb === 'repeat' && line.written['times'] !== undefined ? 'check' : flowVerb(verb).kind;

/** Lifts a flow that has been found well formed into steps, edges and texts. */
export const liftFlow = (flow: Written, outline: Outline, source: Source, syntax: Syntax): Artefact => {
  const draft = new Draft();
  const frame = { flow, outline, draft };
  const id = String(flow['flow']);
  const name = text(flow['title']) ?? id;
  const role = (text(flow['role']) ?? 'entry') as Role;
  const language = text(flow['language']);
  const country = text(flow['country']);
  const channel = text(flow['channel']) as Channel | undefined;
  const setting = { channel, bot: flow['bot'] === true };
  const utterances: Utterance[] = [];

  const start = outline.named.get('start')?.line?.id === 'start' ? 'start/start' : 'start';
  draft.step({ id: start, kind: 'start', label: name, data: role === 'outbound' ? { outbound: true } : {}, route: ['flow'] });
  const first = outline.steps[0];
  if (first !== undefined) draft.edge(start, 'next', entryOf(first));

  for (const line of outline.all) {
    const { verb } = line;
    if (verb === undefined) continue;
    const words = wordsAt(line, verb, language);
    const refers = referencesOf(line, verb);
    skipCheck(frame, line);
    const step = {
      id: line.id,
      kind: kindOf(line, verb),
      label: labelOf(line, verb, language),
      data: dataOf(line, verb, setting, toldBy(words)),
      route: line.route,
    };
    draft.step(refers.length === 0 ? step : { ...step, refers });
    utterances.push(...heardAt(line, verb, words));
    wireLine(frame, line);
  }
  return {
    kind: 'flow',
    role,
    ...(channel === undefined ? {} : { channel }),
    id,
    name,
    keys: [`native:${id}`],
    path: source.path,
    syntax,
    route: [],
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
    start,
    steps: draft.steps,
    edges: draft.edges,
    utterances,
    values: flow,
    format: 'native',
  };
};
