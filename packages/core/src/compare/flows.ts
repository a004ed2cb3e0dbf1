import type { Artefact } from '../model/artefact.js';
import { observationOf } from './felt.js';
import { nodesOf, type Side } from './side.js';

/** A document of the one side and what it has become on the other, by index. Absent: it was added or removed. */
export interface FlowPair {
  readonly before?: number;
  readonly after?: number;
}

type NamesOf = (artefact: Artefact, index: number, side: Side) => readonly string[];

/** All that customers may feel in a document, in any order: a flow that was moved and renamed is known by it. */
const content: NamesOf = (_artefact, index, side) => {
  const steps = nodesOf(side, index).map((node) => observationOf(side, node));
  return steps.length < 3 ? [] : [JSON.stringify(steps.sort())];
};

/** What a document is known by, the surest first. What two documents of one side share is passed over. */
const NAMES: readonly NamesOf[] = [
  ({ id, path }) => [JSON.stringify([id, path])],
  ({ id }) => [id],
  ({ keys }) => keys,
  content,
  ({ path }) => [path],
];

/** Documents by name; `undefined` where a name is that of several. */
const byName = (side: Side, left: Iterable<number>, namesOf: NamesOf): ReadonlyMap<string, number | undefined> => {
  const names = new Map<string, number | undefined>();
  for (const index of left) {
    const artefact = side.service.artefacts[index]!;
    for (const name of new Set(namesOf(artefact, index, side))) {
      const whole = `${artefact.kind} ${name}`;
      names.set(whole, names.has(whole) ? undefined : index);
    }
  }
  return names;
};

/**
 * Matches the documents of two services: by id and file, by id, by any other name that documents refer to them by, by what is felt in them, by
 * file. With `sole`, the only one that is left over on either side is matched too: for two files that somebody holds side by side. In the order of the later
 * side; what was removed comes last. Linear, apart from sorting.
 */
export const matchFlows = (before: Side, after: Side, sole: boolean): readonly FlowPair[] => {
  const was = new Set(before.service.artefacts.keys());
  const is = new Set(after.service.artefacts.keys());
  const matched = new Map<number, number>();
  const match = (a: number, b: number): void => {
    matched.set(b, a);
    was.delete(a);
    is.delete(b);
  };
  for (const namesOf of NAMES) {
    if (was.size === 0 || is.size === 0) break;
    const there = byName(after, is, namesOf);
    for (const [name, a] of byName(before, was, namesOf)) {
      const b = there.get(name);
      if (a !== undefined && b !== undefined && was.has(a) && is.has(b)) match(a, b);
    }
  }
  const [[a], [b]] = [[...was], [...is]];
  if (sole && was.size === 1 && is.size === 1 && a !== undefined && b !== undefined) match(a, b);
  const pairs = [...after.service.artefacts.keys()].map((index): FlowPair => {
    const earlier = matched.get(index);
    return earlier === undefined ? { after: index } : { before: earlier, after: index };
  });
  return [...pairs, ...[...was].map((index): FlowPair => ({ before: index }))];
};
