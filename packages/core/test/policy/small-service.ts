import type { Service, Tie } from '../../src/link/service.js';
import type { Artefact, Role, Utterance } from '../../src/model/artefact.js';
import type { Edge, EdgeEvent, Step, StepKind } from '../../src/model/step.js';

/**
 * A small service written by hand. A flow is a list of lines `id kind {data} | event:target event:target`; the data are JSON, in which "?" stands
 * for a value that was not seen, `text` for what is said (null: words that cannot be read) and `to` of a call or transfer for another flow.
 * A label of an edge follows its target in brackets: `choice:q(speak to a person)`.
 */
export interface SmallService {
  readonly flows: Readonly<Record<string, readonly string[]>>;
  readonly roles?: Readonly<Record<string, Role>>;
}

const LINE = /^(\S+) (\S+)(?: (\{.*\}))?(?: \| (.*))?$/u;

const seen = (value: unknown): unknown => {
  if (value === '?') return { unknown: 'the value is filled in when the flow runs' };
  if (Array.isArray(value)) return value.map(seen);
  return value;
};

interface ParsedFlow {
  readonly steps: Step[];
  readonly edges: Edge[];
  readonly utterances: Utterance[];
  readonly links: { readonly step: string; readonly kind: StepKind; readonly to: string }[];
}

const parseFlow = (lines: readonly string[]): ParsedFlow => {
  const flow: ParsedFlow = { steps: [], edges: [], utterances: [], links: [] };
  lines.forEach((line, index) => {
    const [, id, kind, json, edges] = LINE.exec(line) ?? [];
    if (id === undefined || kind === undefined) throw new Error(`cannot read: ${line}`);
    const { text, to, ...data } = JSON.parse(json ?? '{}') as Record<string, unknown>;
    const route = [index];
    flow.steps.push({ id, kind: kind as StepKind, label: id, data: Object.fromEntries(Object.entries(data).map(([k, v]) => [k, seen(v)])), route });
    if (text !== undefined)
      flow.utterances.push({
        speaker: 'system',
        step: id,
        route,
        language: 'en',
        ...(text === null ? { why: 'the words are in a recording' } : { text: text as string }),
      });
    if (typeof to === 'string') flow.links.push({ step: id, kind: kind as StepKind, to });
    for (const [, on, target, label] of (edges ?? '').matchAll(/([a-z-]+):([\w-]+)(?:\(([^)]*)\))?/gu))
      flow.edges.push({ from: id, to: target!, on: on as EdgeEvent, ...(label === undefined ? {} : { label }) });
  });
  return flow;
};

/** Builds the service, tied as its lines say. */
export const smallService = ({ flows, roles = {} }: SmallService): Service => {
  const names = Object.keys(flows);
  const parsed = names.map((name) => parseFlow(flows[name]!));
  const artefacts = names.map((name, i): Artefact => {
    const { steps, edges, utterances } = parsed[i]!;
    return {
      kind: 'flow',
      role: roles[name] ?? 'entry',
      channel: 'phone',
      id: name,
      name,
      keys: [],
      path: `${name}.yaml`,
      syntax: 'yaml',
      route: [],
      language: 'en',
      format: 'test',
      start: steps[0]!.id,
      steps,
      edges,
      utterances,
    };
  });
  const ties = parsed.flatMap(({ links }, from) =>
    links.map(({ step, kind, to }): Tie => ({
      from,
      step,
      as: kind === 'call' ? 'call' : kind === 'queue' ? 'hold' : 'transfer',
      to: names.indexOf(to),
    })),
  );
  return { artefacts, ties };
};
