import { DIRECTIVE_MARK, parseDocument, prepare, read, readers, type Artefact, type Coverage, type Problem, type Source } from '@carelint/core';
import type { Found } from '../find/find.js';
import { openAll } from '../find/read.js';
import { NO_PROGRESS, type Progress } from './progress.js';
import type { Stopwatch } from './stopwatch.js';

/** What came of reading all files. Their texts are gone. */
export interface ReadFiles {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
  readonly coverage: Omit<Coverage, 'rules'>;
  /** Files in which a comment may speak to carelint. */
  readonly marked: readonly string[];
}

/** How many artefacts of each kind there are. */
export const countKinds = (artefacts: readonly Artefact[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { kind } of artefacts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const ITS_NAME_SAYS_DATA = /\.(?:json|ya?ml)$/iu;

/** What there is to say of a file that was asked for by its name and that no reader takes. One that is only met on the way is counted. */
const whyUnclaimed = (source: Source): Problem => {
  const { path, text } = source;
  if (text.trim() === '') return { path, message: 'This file is empty.', severity: 'advice' };
  const broken = ITS_NAME_SAYS_DATA.test(path) ? parseDocument(source).problem : undefined;
  if (broken !== undefined) return { path, ...broken };
  const known = readers.map(({ title }) => title).join(', ');
  return {
    path,
    message: `Nothing that carelint knows is in this file. It reads: ${known}. A flow of your own begins with \`flow:\` and its name.`,
    severity: 'advice',
  };
};

/** Opens, decodes and reads files, one after the other. */
export const readFiles = async (files: readonly Found[], cwd: string, watch: Stopwatch, progress: Progress = NO_PROGRESS): Promise<ReadFiles> => {
  const artefacts: Artefact[] = [];
  const problems: Problem[] = [];
  const marked: string[] = [];
  const count = { read: 0, unclaimed: 0, skipped: 0, failed: 0 };
  let begun = performance.now();
  let opening = 0;
  for (const [file, opened] of openAll(files, cwd)) {
    watch.add('open', performance.now() - begun);
    progress.tick('Reading files', ++opening, files.length);
    if (opened.is === 'skipped') count.skipped++;
    else if (opened.is === 'problem') {
      problems.push(opened.problem);
      count.failed++;
    } else {
      const loading = prepare(opened.source);
      if (loading !== undefined) await loading;
      const result = watch.time('read', () => read(opened.source));
      problems.push(...(result.problems ?? []));
      if (!result.ok) count.failed++;
      else if ('unclaimed' in result) {
        const why = file.named ? whyUnclaimed(opened.source) : undefined;
        if (why !== undefined) problems.push(why);
        if (why === undefined || why.severity === 'advice') count.unclaimed++;
        else count.failed++;
      } else {
        count.read++;
        if (opened.source.text.includes(DIRECTIVE_MARK)) marked.push(opened.source.path);
        for (const artefact of result.artefacts) artefacts.push(artefact);
      }
    }
    begun = performance.now();
  }
  const steps = artefacts.reduce((sum, artefact) => sum + artefact.steps.length, 0);
  return { artefacts, problems, marked, coverage: { files: files.length, ...count, artefacts: countKinds(artefacts), steps } };
};
