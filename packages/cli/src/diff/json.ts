import { tell, type ChoiceChange, type Comparison, type Effort, type FlowChange, type Moment } from '@carelint/core';

type Artefact = NonNullable<FlowChange['before']>;

const document = (artefact: Artefact | undefined) =>
  artefact === undefined ? undefined : { kind: artefact.kind, role: artefact.role, id: artefact.id, name: artefact.name, file: artefact.path };

const journeyOf = (journey: readonly Moment[]) => {
  const told = tell(journey);
  return journey.map(({ artefact, step, event, label, text }, index) => ({
    step: step.id,
    kind: step.kind,
    label: step.label,
    artefact: artefact.id,
    file: step.path ?? artefact.path,
    event,
    choice: label,
    text,
    told: told[index] ?? [],
  }));
};

const effort = (one: Effort | undefined) => (one === undefined ? undefined : { ...one, journey: journeyOf(one.journey) });

/** Steps are numbers in a graph, which mean nothing outside. */
const withoutStep = <T extends { readonly step: unknown }>(change: T): Omit<T, 'step'> => ({ ...change, step: undefined });

const choice = (change: ChoiceChange) => ({ ...withoutStep(change), journey: journeyOf(change.journey) });

const flow = ({ status, before, after, reach, efforts, choices, texts, terms, values }: FlowChange) => ({
  status,
  before: document(before),
  after: document(after),
  reach: reach.map((change) => ({ ...change, journey: journeyOf(change.journey) })),
  efforts: efforts.map((change) => ({ to: change.to, before: effort(change.before), after: effort(change.after), hours: change.hours })),
  choices: choices.map(choice),
  texts: texts.map(withoutStep),
  terms: terms.map(withoutStep),
  values,
});

/** What else a program wants to know of a comparison. */
export interface DiffFacts {
  readonly names: readonly [string, string];
  readonly nothing: boolean;
  readonly worse: boolean;
  readonly unread: readonly string[];
}

/** A comparison as JSON; its form is told in docs/seeing.md. Documents that are the same are counted. */
export const renderDiffJson = ({ flows, findings }: Comparison, { names, nothing, worse, unread }: DiffFacts): string => {
  const document = {
    schemaVersion: 1,
    before: names[0],
    after: names[1],
    nothingChanges: nothing,
    worse,
    same: flows.filter(({ status }) => status === 'same').length,
    documents: flows.filter(({ status }) => status !== 'same').map(flow),
    findings,
    unread,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
};
