/** Where something is written. Offsets in UTF-16 units, the end exclusive. */
export interface Spot {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text, which may be put together out of several. */
export interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly length: number;
  /** Where it is written. With `verbatim` the spot holds the very characters, without quotes and escapes. */
  readonly spot: Spot;
  readonly verbatim: boolean;
}

/** A value as code tells it without being run. */
export type Literal =
  | {
      readonly is: 'leaf';
      readonly value: string | number | boolean | null;
      readonly spot: Spot;
      /** Of texts. */
      readonly pieces?: readonly Piece[];
    }
  | {
      readonly is: 'map';
      readonly entries: ReadonlyMap<string, Literal>;
      /** Why it may have more keys than these; absent where these are all. */
      readonly open?: string;
      readonly spot: Spot;
    }
  | {
      readonly is: 'list';
      readonly items: readonly Literal[];
      /** Why it may have other items than these; absent where these are all. */
      readonly open?: string;
      readonly spot: Spot;
    }
  | { readonly is: 'not-seen'; readonly why: string; readonly spot: Spot }
  /** `undefined`. */
  | { readonly is: 'absent'; readonly spot: Spot };

export type Leaf = Extract<Literal, { is: 'leaf' }>;

/** Where a part of a text is written: its very characters where these can be told, else the stretch that holds its beginning. */
export const spotIn = ({ spot, pieces = [] }: Leaf, start: number, length: number): Spot => {
  const piece = pieces.findLast(({ at }) => at <= start) ?? pieces[0];
  if (piece === undefined) return spot;
  const from = start - piece.at;
  if (!piece.verbatim || from < 0 || from + length > piece.length) return piece.spot;
  return { path: piece.spot.path, start: piece.spot.start + from, end: piece.spot.start + from + length };
};

/** One text out of several, each of which keeps its places. */
export const joined = (leaves: readonly Leaf[], spot: Spot): Leaf => {
  let value = '';
  const pieces: Piece[] = [];
  for (const leaf of leaves) {
    const text = String(leaf.value);
    const own = leaf.pieces ?? [{ at: 0, length: text.length, spot: leaf.spot, verbatim: false }];
    for (const piece of own) pieces.push({ ...piece, at: piece.at + value.length });
    value += text;
  }
  return { is: 'leaf', value, spot, pieces };
};
