import type { Artefact } from '../../src/model/artefact.js';
import type { Step } from '../../src/model/step.js';
import { reader } from '../../src/readers/amazon-connect/index.js';
import { parseDocument } from '../../src/source/parse-document.js';

/** An action in short: its id, its type, its parameters, and its ways out: `next`, `=value` for a condition, else the name of an error. */
export type Short = readonly [id: string, type: string, params?: Readonly<Record<string, unknown>>, ways?: Readonly<Record<string, string>>];

const transitions = (ways: Readonly<Record<string, string>>): unknown => ({
  ...(ways['next'] === undefined ? {} : { NextAction: ways['next'] }),
  Conditions: Object.entries(ways).flatMap(([on, to]) => {
    const [, operator, operand] = /^([A-Za-z]*)=(.*)$/u.exec(on) ?? [];
    return operand === undefined ? [] : [{ NextAction: to, Condition: { Operator: operator === '' ? 'Equals' : operator, Operands: [operand] } }];
  }),
  Errors: Object.entries(ways).flatMap(([on, to]) => (on === 'next' || on.includes('=') ? [] : [{ NextAction: to, ErrorType: on }])),
});

/** A flow in the flow language; the first action begins it. */
export const flowOf = (actions: readonly Short[], metadata: Readonly<Record<string, unknown>> = {}): unknown => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.[0],
  Metadata: metadata,
  Actions: actions.map(([Identifier, Type, Parameters = {}, ways = {}]) => ({ Identifier, Type, Parameters, Transitions: transitions(ways) })),
});

/** What the reader makes of a document with one flow. */
export const lifted = (flow: unknown, path = 'x.json'): Artefact => {
  const result = reader.read(parseDocument({ path, text: JSON.stringify(flow) }));
  const [artefact] = result?.ok === true ? result.artefacts : [];
  if (artefact === undefined) throw new Error(`no flow in ${path}`);
  return artefact;
};

/** The step of a block. */
export const stepOf = ({ steps }: Artefact, id: string): Step => {
  const step = steps.find((each) => each.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
};

/** The ways out of a block, as `event -> target`. */
export const waysOf = ({ edges }: Artefact, from: string): readonly string[] =>
  edges.filter((edge) => edge.from === from).map(({ on, to }) => `${on} -> ${to}`);
