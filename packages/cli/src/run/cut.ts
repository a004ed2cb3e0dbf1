import path from 'node:path';

/** A file and its size in bytes. */
export interface Sized {
  readonly absolute: string;
  readonly bytes: number;
}

/** What opening a file costs, as so many bytes of a flow. */
const EACH = 500;

const weightOf = ({ bytes }: Sized): number => bytes + EACH;
const weigh = (files: readonly Sized[]): number => files.reduce((sum, file) => sum + weightOf(file), 0);
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byFolder = <T extends Sized>(files: readonly T[]): readonly (readonly T[])[] => {
  const folders = new Map<string, T[]>();
  for (const file of [...files].sort((a, b) => byName(a.absolute, b.absolute))) {
    const folder = path.dirname(file.absolute);
    const group = folders.get(folder);
    if (group === undefined) folders.set(folder, [file]);
    else group.push(file);
  }
  return [...folders.values()];
};

/** Files in order, in pieces that weigh no more than `most`, unless a single file does. */
const pieces = <T extends Sized>(files: readonly T[], most: number): readonly (readonly T[])[] => {
  const all: T[][] = [];
  let weight = Infinity;
  for (const file of files) {
    if (weight + weightOf(file) > most) {
      all.push([]);
      weight = 0;
    }
    all.at(-1)?.push(file);
    weight += weightOf(file);
  }
  return all;
};

/**
 * Cuts files into so many parts of about the same weight, always in the same way, in whatever order they come. Files of one folder stay together as
 * far as that goes, since flows in one folder are likely to lead into each other, and what is tied across parts is judged twice. Folders are dealt
 * out heaviest first, each to the part that is lightest so far (longest processing time first); one that weighs more than a part is cut by name.
 */
export const cut = <T extends Sized>(files: readonly T[], count: number): readonly (readonly T[])[] => {
  const most = weigh(files) / count;
  const groups = byFolder(files)
    .flatMap((folder) => pieces(folder, most))
    .map((group) => ({ group, weight: weigh(group), name: group[0]?.absolute ?? '' }))
    .sort((a, b) => b.weight - a.weight || byName(a.name, b.name));
  const parts = Array.from({ length: count }, () => ({ files: [] as T[], weight: 0 }));
  for (const { group, weight } of groups) {
    const lightest = parts.reduce((least, part) => (part.weight < least.weight ? part : least));
    lightest.files.push(...group);
    lightest.weight += weight;
  }
  return parts.map((part) => part.files.sort((a, b) => byName(a.absolute, b.absolute)));
};
