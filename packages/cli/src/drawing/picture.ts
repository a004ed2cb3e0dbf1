import type { StepKind } from '@carelint/core';

/** A step in a picture, or what stands for those that are left out (`more`). */
export interface PictureNode {
  /** Unique in the picture: `n0`, `n1`, ... Never text of a flow. */
  readonly id: string;
  readonly kind: StepKind | 'more';
  /** What happens to the customer, in a word or two. */
  readonly caption: string;
  /** What is said, or who is meant; one line, nothing in it that acts; may be empty. */
  readonly text: string;
  readonly language?: string;
  /** Index into `Picture.groups`. */
  readonly group: number;
}

/** A way from one node to another. */
export interface PictureEdge {
  /** Unique in the picture: `e0`, `e1`, ... */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Why the customer goes this way; may be empty. */
  readonly label: string;
  /** Something has gone wrong here; `tie`: from one flow into another. */
  readonly way: 'goes-on' | 'trouble' | 'tie';
}

/** A flow, or several that lead to each other, ready to be drawn in any form. */
export interface Picture {
  readonly title: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** The flows, in the order of the journey. */
  readonly groups: readonly { readonly name: string }[];
  /** What is not drawn, as sentences. */
  readonly leftOut: readonly string[];
}

/** One station of a journey, in a picture. */
export interface Stop {
  /** Counted from 1, felt stations only; absent where nothing is felt. */
  readonly number?: number;
  readonly node: string;
}

/** A journey, marked in a picture. */
export interface Walk {
  readonly stops: readonly Stop[];
  /** Ids of the edges that are gone along. */
  readonly edges: readonly string[];
}

/** Numbers of the stations at each node: a journey may come to a step more than once. */
export const numbersAt = ({ stops }: Walk): ReadonlyMap<string, readonly number[]> => {
  const numbers = new Map<string, readonly number[]>();
  for (const { node, number } of stops) numbers.set(node, [...(numbers.get(node) ?? []), ...(number === undefined ? [] : [number])]);
  return numbers;
};

/** Numbers for stations: those at which nothing is felt have none. */
export const stationNumbers = (journey: readonly { readonly told: readonly string[] }[]): readonly (number | undefined)[] => {
  let number = 0;
  return journey.map(({ told }) => (told.length === 0 ? undefined : ++number));
};
