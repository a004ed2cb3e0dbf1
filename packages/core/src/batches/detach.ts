import type { Artefact } from '../model/artefact.js';
import type { Moment, Verdict } from '../policy/verdict.js';
import { copied } from './copied.js';

/** What the report tells of an artefact: no steps, no texts, no document. */
const bare = ({ kind, role, channel, id, name, path, syntax, route, language, format }: Artefact): Artefact => ({
  ...copied<Omit<Artefact, 'path'>>({
    kind,
    role,
    channel,
    id,
    name,
    syntax,
    route,
    language,
    format,
    keys: [],
    steps: [],
    edges: [],
    utterances: [],
  }),
  path,
});

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
  return (verdict) => {
    const { rule, outcome, artefact, hidden, against, anchor } = verdict;
    const { route, identity, path, leftBy, missing, why } = verdict;
    // Message and journey are written when they are looked at: of a question left open nobody looks at more than its last station.
    const isOpen = outcome === 'unknown';
    const journey = isOpen ? (hidden === undefined ? verdict.journey.slice(-1) : []) : verdict.journey;
    return {
      ...copied<Alone>({ outcome, route, identity, path, leftBy, missing, why, anchor, message: isOpen ? '' : verdict.message }),
      rule,
      artefact: told(artefact),
      journey: moments(journey),
      ...(hidden === undefined ? {} : { hidden: { artefact: told(hidden.artefact), step: copied(hidden.step) } }),
      ...(against === undefined ? {} : { against: moments(against) }),
    };
  };
};
