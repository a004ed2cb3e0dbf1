import { read, type Artefact, type Coverage, type Problem } from '@carelint/core';
import type { Found } from '../find/find.js';
import { openAll } from '../find/read.js';
import type { Stopwatch } from './stopwatch.js';

/** What came of reading all files. Their texts are gone. */
export interface ReadFiles {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
  readonly coverage: Omit<Coverage, 'rules'>;
}

const countKinds = (artefacts: readonly Artefact[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { kind } of artefacts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Opens, decodes and reads files, one after the other. */
export const readFiles = (files: readonly Found[], cwd: string, watch: Stopwatch): ReadFiles => {
  const artefacts: Artefact[] = [];
  const problems: Problem[] = [];
  const count = { read: 0, unclaimed: 0, skipped: 0, failed: 0 };
  let begun = performance.now();
  for (const opened of openAll(files, cwd)) {
    watch.add('open', performance.now() - begun);
    if (opened.is === 'skipped') count.skipped++;
    else if (opened.is === 'problem') {
      problems.push(opened.problem);
      count.failed++;
    } else {
      const result = watch.time('read', () => read(opened.source));
      problems.push(...(result.problems ?? []));
      if (!result.ok) count.failed++;
      else if ('unclaimed' in result) count.unclaimed++;
      else {
        count.read++;
        for (const artefact of result.artefacts) artefacts.push(artefact);
      }
    }
    begun = performance.now();
  }
  const steps = artefacts.reduce((sum, artefact) => sum + artefact.steps.length, 0);
  return { artefacts, problems, coverage: { files: files.length, ...count, artefacts: countKinds(artefacts), steps } };
};
