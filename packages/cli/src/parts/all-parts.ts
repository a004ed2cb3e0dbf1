import { UserError } from '@carelint/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Found } from '../find/find.js';
import { digestNow, shownPath } from '../find/read.js';
import type { Sharing } from '../run/assess.js';
import { sha256 } from '../run/key.js';
import { askedFor, type PartialFile } from '../run/partial.js';
import { knownIn } from '../run/share.js';
import type { Part, PartFile } from './part-file.js';

const listed = (numbers: readonly number[]): string => {
  const [last, ...before] = [...numbers].reverse();
  return before.length === 0 ? `Part ${String(last)}` : `Parts ${before.reverse().join(', ')} and ${String(last)}`;
};

/** All parts of one run, each once; anything else is told with what is missing. */
export const allParts = (files: readonly PartFile[]): readonly [PartFile, ...PartFile[]] => {
  const [first, ...others] = files;
  if (first === undefined) throw new UserError('There are no parts to merge. Name the files that `carelint check --shard` has written.');
  const { of, asked } = first.part;
  const byShard = new Map<number, string>();
  for (const { file, part } of files) {
    if (part.of !== of)
      throw new UserError(`This is a part of ${String(part.of)}, and \`${first.file}\` is one of ${String(of)}: they are not of one run.`, {
        path: file,
      });
    if (JSON.stringify(part.asked) !== JSON.stringify(asked))
      throw new UserError(`This part was asked for with other paths or options than \`${first.file}\`. Run all shards with the same.`, {
        path: file,
      });
    const twin = byShard.get(part.shard);
    if (twin !== undefined)
      throw new UserError(`This is part ${String(part.shard)} of ${String(of)}, and so is \`${twin}\`. Leave one out.`, { path: file });
    byShard.set(part.shard, file);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((shard) => !byShard.has(shard));
  if (missing.length > 0)
    throw new UserError(
      `${listed(missing)} of ${String(of)} ${missing.length === 1 ? 'is' : 'are'} missing. Name the files of all ${String(of)} shards.`,
    );
  return [first, ...others];
};

/** All parts must have been judged by what is in force here. */
export const refuseOtherRules = (parts: readonly PartFile[], key: string): void => {
  const other = parts.find(({ part }) => part.run.key !== key);
  if (other === undefined) return;
  throw new UserError(
    'This part was judged by other rules, another config or other policies than those that are in force here. Run shards and merge in the same checkout and folder, for the same day.',
    { path: other.file },
  );
};

const ELSE = 'Run shards and merge on the same checkout.';

const refuseOtherFiles = (files: readonly Found[], parts: readonly PartFile[], cwd: string): void => {
  const known = new Map<string, { readonly entry: PartialFile; readonly file: string; readonly part: Part }>();
  for (const { file, part } of parts) {
    for (const entry of part.run.files) {
      const twin = known.get(entry.path);
      if (twin !== undefined)
        throw new UserError(`\`${entry.path}\` is in this part and in \`${twin.file}\`: they are not of one run. ${ELSE}`, { path: file });
      known.set(entry.path, { entry, file, part });
    }
  }
  for (const found of files) {
    const shown = shownPath(cwd, found.absolute);
    const at = known.get(shown);
    if (at === undefined)
      throw new UserError(`This file is in none of the parts: it is new, or was changed while its shard ran. ${ELSE}`, { path: shown });
    known.delete(shown);
    const { named, below } = askedFor(found, cwd);
    if (at.entry.digest !== digestNow(found, sha256) || at.entry.named !== named || at.entry.below !== below)
      throw new UserError(`This file holds something else than when part ${String(at.part.shard)} was written. ${ELSE}`, { path: shown });
  }
  for (const [shown, { part }] of known)
    if (!existsSync(path.resolve(cwd, shown)))
      throw new UserError(`This file was there when part ${String(part.shard)} was written, and is gone. ${ELSE}`, { path: shown });
};

/** What parts tell of the files of a run, which must be those that they were made of. */
export const knownFrom = (files: readonly Found[], parts: readonly PartFile[], cwd: string): NonNullable<Sharing['known']> => {
  refuseOtherFiles(files, parts, cwd);
  // All have just been looked at.
  return knownIn(
    parts.map(({ part }) => part.run),
    cwd,
    () => true,
  );
};
