import type { Artefact } from '../model/artefact.js';
import type { Service, Tie } from './service.js';

/** Parts are filled up to about so many steps: small enough for small tables, large enough that rules are not started for every flow. */
const STEPS_A_PART = 1000;

/** The artefacts that are tied, however far round, as lists of their indexes in rising order. Linear. */
export const clustersOf = ({ artefacts, ties }: Service): readonly (readonly number[])[] => {
  const members = new Map<number, number[]>();
  clusters(artefacts.length, ties).forEach((c, a) => {
    const list = members.get(c);
    if (list === undefined) members.set(c, [a]);
    else list.push(a);
  });
  return [...members.values()];
};

/** A service of some of the artefacts of another; none of the others may be tied to them. */
export const serviceOf = ({ artefacts, ties }: Service, wanted: readonly number[]): Service => {
  const others = new Set(wanted);
  const rest = [...artefacts.keys()].filter((a) => !others.has(a));
  return assemble(artefacts, ties, rest.length === 0 ? [[...wanted]] : [[...wanted], rest])[0]!;
};

/** Cuts a service where no tie crosses. Artefacts that are tied, however far round, stay together; the order of the artefacts is kept within a part. Linear. */
export const partsOf = (service: Service): Service[] => {
  const { artefacts, ties } = service;
  const parts: number[][] = [];
  let open: number[] = [];
  let steps = 0;
  for (const list of clustersOf(service)) {
    open.push(...list);
    steps += list.reduce((sum, a) => sum + artefacts[a]!.steps.length, 0);
    if (steps < STEPS_A_PART) continue;
    parts.push(open);
    open = [];
    steps = 0;
  }
  if (open.length > 0) parts.push(open);
  return parts.length === 1 ? [service] : assemble(artefacts, ties, parts);
};

const assemble = (artefacts: readonly Artefact[], ties: readonly Tie[], parts: readonly number[][]): Service[] => {
  const partOf = new Int32Array(artefacts.length);
  const place = new Int32Array(artefacts.length);
  const own: Tie[][] = parts.map(() => []);
  parts.forEach((part, p) => {
    part
      .sort((a, b) => a - b)
      .forEach((a, i) => {
        partOf[a] = p;
        place[a] = i;
      });
  });
  for (const tie of ties) own[partOf[tie.from]!]!.push({ ...tie, from: place[tie.from]!, to: place[tie.to]! });
  return parts.map((part, p) => ({ artefacts: part.map((a) => artefacts[a]!), ties: own[p]! }));
};

/** The first artefact of the cluster of each (union-find with path halving). */
const clusters = (count: number, ties: readonly Tie[]): number[] => {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const find = (a: number): number => {
    let root = a;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (const { from, to } of ties) {
    const a = find(from);
    const b = find(to);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return Array.from({ length: count }, (_, a) => find(a));
};
