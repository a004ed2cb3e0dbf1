import { RuleNumbers } from '@carelint/core';
import type { Found } from '../find/find.js';
import { digestNow, shownPath } from '../find/read.js';
import { assess, type AssessRequest, type Sharing } from './assess.js';
import { keyOf, sha256 } from './key.js';
import { isAskedAlike, PARTIAL_VERSION, type KnownFile, type PartialFile, type PartialRun } from './partial.js';

/** Judges a part of the files of a run, as far as that can be done without the others. `known`: what is known of some of them. */
export const partialRun = async (request: Omit<AssessRequest, 'keep'>, known?: Sharing['known']): Promise<PartialRun> => {
  const numbers = new RuleNumbers();
  const { kept } = await assess(
    { ...request, keep: false },
    { ...(known === undefined ? {} : { known }), keeps: { digest: sha256, numbers }, isPart: true },
  );
  return { schemaVersion: PARTIAL_VERSION, key: keyOf(request.config, request.selection, request.cwd), rules: numbers.names, files: kept };
};

/** Whether a file is what a part of a run saw: it was asked for in the same way, and holds the same. */
const isSeen = (file: Found, entry: PartialFile, cwd: string): boolean => isAskedAlike(file, entry, cwd) && entry.digest === digestNow(file, sha256);

/**
 * What parts of a run tell of its files, for `assess`: of those that still hold what the part saw. All parts must have the key of the run (`keyOf`).
 * `isSame` may answer in another way than by reading the file whether it is what the part saw: whoever has just had it read by a thread of its own
 * need not look.
 */
export const knownIn = (
  parts: readonly PartialRun[],
  cwd: string,
  isSame: (file: Found, entry: PartialFile, cwd: string) => boolean = isSeen,
): ((file: Found) => KnownFile | undefined) => {
  const byPath = new Map<string, KnownFile>();
  for (const { rules, files } of parts) {
    const numbers = new RuleNumbers(rules);
    for (const entry of files) byPath.set(entry.path, { entry, numbers });
  }
  return (file) => {
    const known = byPath.get(shownPath(cwd, file.absolute));
    return known === undefined || known.entry.again === true || !isSame(file, known.entry, cwd) ? undefined : known;
  };
};
