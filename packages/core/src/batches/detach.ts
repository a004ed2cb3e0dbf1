import type { Artefact } from '../model/artefact.js';
import type { Step } from '../model/step.js';
import type { Moment, Verdict } from '../policy/verdict.js';
import { copied } from './copied.js';

/** What the report tells of an artefact: no steps, no texts, no document. */
const bare = ({ kind, role, channel, id, name, path, syntax, route, language, start, format }: Artefact): Artefact => ({
  ...copied<Omit<Artefact, 'path'>>({
    kind,
    role,
    channel,
    id,
    name,
    syntax,
    route,
    language,
    start,
    format,
    keys: [],
    steps: [],
    edges: [],
    utterances: [],
  }),
  path,
});

/** A step by its name: of a question that is left open nothing else is told. */
const named = ({ id, kind }: Step): Step => copied<Step>({ id, kind, label: '', data: {}, route: [] });

/** What a verdict says without speaking of an artefact. */
type Alone = Omit<Verdict, 'rule' | 'artefact' | 'journey' | 'hidden' | 'against'>;

/**
 * Makes verdicts that hold on to nothing but what a report tells, so that the graph, the artefacts and the texts that they were found in can go.
 * One for all verdicts of a batch.
 */
export const detacher = (): ((verdict: Verdict) => Verdict) => {
  const known = new Map<Artefact, Artefact>();
  const told = (artefact: Artefact): Artefact => {
    const found = known.get(artefact) ?? bare(artefact);
    known.set(artefact, found);
    return found;
  };
  const moments = (journey: readonly Moment[]): Moment[] =>
    journey.map(({ artefact, step: { refers: _, ...step }, ...rest }) => ({
      ...copied<Omit<Moment, 'artefact'>>({ step, ...rest }),
      artefact: told(artefact),
    }));
  /** Message and journey are written when they are looked at: of a question left open nobody looks at more than the name of its last station. */
  const open = ({ rule, outcome, artefact, hidden, anchor, identity, path, why, journey }: Verdict): Verdict => ({
    ...copied<Alone>({
      outcome,
      route: [],
      identity,
      path,
      leftBy: undefined,
      missing: undefined,
      why,
      anchor: anchor && named(anchor),
      message: '',
    }),
    rule,
    artefact: told(artefact),
    journey: hidden === undefined ? journey.slice(-1).map((last) => ({ artefact: told(last.artefact), step: named(last.step) })) : [],
    ...(hidden === undefined ? {} : { hidden: { artefact: told(hidden.artefact), step: named(hidden.step) } }),
  });
  const broken = ({ rule, artefact, against, journey, ...verdict }: Verdict): Verdict => {
    const { outcome, route, identity, path, leftBy, missing, why, anchor, message } = verdict;
    return {
      ...copied<Alone>({ outcome, route, identity, path, leftBy, missing, why, anchor, message }),
      rule,
      artefact: told(artefact),
      journey: moments(journey),
      ...(against === undefined ? {} : { against: moments(against) }),
    };
  };
  return (verdict) => (verdict.outcome === 'unknown' ? open(verdict) : broken(verdict));
};
