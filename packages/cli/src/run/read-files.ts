import { DIRECTIVE_MARK, parseDocument, prepare, read, readers, type Artefact, type Coverage, type Problem, type Source } from '@carelint/core';
import type { Found } from '../find/find.js';
import { againIn, openAll } from '../find/read.js';
import { NO_PROGRESS, type Progress } from './progress.js';
import { CodeInScope } from './read-code.js';
import type { Stopwatch } from './stopwatch.js';

/** What came of reading all files, besides the artefacts. Their texts are gone. */
export interface FilesRead {
  readonly problems: readonly Problem[];
  readonly coverage: Omit<Coverage, 'rules' | 'artefacts'>;
  /** Files in which a comment may speak to carelint. */
  readonly marked: readonly string[];
  /** Files of which nothing can be said, since they could not be read. */
  readonly unread: readonly string[];
}

/** How many artefacts of each kind there are. */
export const countKinds = (artefacts: readonly Artefact[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { kind } of artefacts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** All files read, with all artefacts. */
export interface ReadFiles extends FilesRead {
  readonly artefacts: readonly Artefact[];
  readonly coverage: Omit<Coverage, 'rules'>;
}

/** Takes the artefacts of a file; `marked`: a comment in it may speak to carelint. A promise is waited for before the next file is read. */
export type TakeArtefacts = (artefacts: readonly Artefact[], marked: boolean) => Promise<void> | undefined;

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

/** Opens, decodes and reads files, one after the other; what they hold is handed on as it comes. */
export const eachRead = async (
  files: readonly Found[],
  cwd: string,
  watch: Stopwatch,
  progress: Progress,
  take: TakeArtefacts,
): Promise<FilesRead> => {
  const problems: Problem[] = [];
  const marked: string[] = [];
  const count = { read: 0, unclaimed: 0, skipped: 0, failed: 0 };
  const code = new CodeInScope(cwd, againIn(files, cwd));
  let steps = 0;
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
      const { source } = opened;
      const result = await readOne(source, watch);
      problems.push(...(result.problems ?? []));
      if (!result.ok) count.failed++;
      else if ('unclaimed' in result) {
        const is = code.take(source, file);
        const why = file.named && is === 'other' ? whyUnclaimed(source) : undefined;
        if (why !== undefined) problems.push(why);
        if (is === 'left-alone') count.skipped++;
        else if (why === undefined || why.severity === 'advice') count.unclaimed++;
        else count.failed++;
      } else {
        count.read++;
        for (const artefact of result.artefacts) steps += artefact.steps.length;
        const speaks = source.text.includes(DIRECTIVE_MARK);
        if (speaks) marked.push(source.path);
        const waiting = take(result.artefacts, speaks);
        if (waiting !== undefined) await waiting;
      }
    }
    begun = performance.now();
  }
  const program = await code.read(watch);
  problems.push(...program.problems);
  marked.push(...program.marked);
  count.unclaimed -= program.read;
  count.read += program.read;
  for (const artefact of program.artefacts) steps += artefact.steps.length;
  // A program is read as a whole, so its parts cannot be read again one by one.
  await take(program.artefacts, true);
  const unread = [...problems.filter(({ severity }) => severity !== 'advice').map(({ path }) => path), ...program.unread];
  return { problems, marked, unread, coverage: { files: files.length, ...count, steps } };
};

const readOne = (source: Source, watch: Stopwatch): ReturnType<typeof read> | Promise<ReturnType<typeof read>> => {
  const loading = prepare(source);
  const now = (): ReturnType<typeof read> => watch.time('read', () => read(source));
  return loading === undefined ? now() : loading.then(now);
};

/** Reads all files and keeps all that they hold. */
export const readFiles = async (files: readonly Found[], cwd: string, watch: Stopwatch, progress: Progress = NO_PROGRESS): Promise<ReadFiles> => {
  const artefacts: Artefact[] = [];
  const rest = await eachRead(files, cwd, watch, progress, (found) => {
    for (const artefact of found) artefacts.push(artefact);
    return undefined;
  });
  return { artefacts, ...rest, coverage: { ...rest.coverage, artefacts: countKinds(artefacts) } };
};
