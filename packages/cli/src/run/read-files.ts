import { DIRECTIVE_MARK, parseDocument, prepare, read, readers, type Artefact, type Coverage, type Problem, type Source } from '@carelint/core';
import path from 'node:path';
import type { Found } from '../find/find.js';
import { againIn, open, shownPath, type Digest, type Opened } from '../find/read.js';
import { NO_PROGRESS, type Progress } from './progress.js';
import { CodeInScope, NO_CODE } from './read-code.js';
import type { Stopwatch } from './stopwatch.js';

/** What came of reading all files, besides the artefacts. Their texts are gone. */
export interface FilesRead {
  readonly problems: readonly Problem[];
  readonly coverage: Omit<Coverage, 'rules' | 'artefacts'>;
  /** Files in which a comment may speak to carelint. */
  readonly marked: readonly string[];
  /** Files of which nothing can be said, since they could not be read. */
  readonly unread: readonly string[];
  /** Files that were looked into, or for, besides those that are judged. */
  readonly asked: readonly string[];
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

/** What is told of a file, besides its artefacts. */
export interface FileTold {
  readonly is: 'read' | 'unclaimed' | 'skipped' | 'failed';
  readonly problems: readonly Problem[];
  /** In its artefacts. */
  readonly steps: number;
  /** Whether a comment in it may speak to carelint. */
  readonly marked: boolean;
  /** Whether it is code, which is read at the end. */
  readonly code: boolean;
}

/** What else is to be done while files are read. */
export interface ReadAlong {
  /** What is known of a file, which then is not read. */
  readonly known?: (file: Found) => FileTold | undefined;
  /** Is told of each file that was read: before its artefacts are taken. `digest` is that of its bytes. */
  readonly told?: (file: Found, told: FileTold, artefacts: readonly Artefact[], digest: string) => void;
  readonly digest?: Digest;
  /** Leaves the program, which lies in many files, to somebody else. */
  readonly leavesCode?: boolean;
}

/** Where files are, and who wants to know how it goes. */
export interface ReadRequest {
  readonly files: readonly Found[];
  readonly cwd: string;
  readonly watch: Stopwatch;
  readonly progress: Progress;
  /** Whether code may have a file read that it imports, by its absolute path; left out: any. */
  readonly mayImport?: (absolute: string) => boolean;
}

interface FileRead extends FileTold {
  readonly artefacts: readonly Artefact[];
}

/** What becomes of a file that no reader takes. */
const unclaimed = (
  source: Source,
  file: Found,
  code: CodeInScope,
  problems: readonly Problem[],
): Omit<FileRead, 'artefacts' | 'steps' | 'marked'> => {
  const is = code.take(source, file);
  const isCode = is === 'taken' || is === 'routes';
  if (is === 'left-alone') return { is: 'skipped', problems, code: false };
  const why = file.named && is !== 'taken' ? whyUnclaimed(source) : undefined;
  if (why === undefined) return { is: 'unclaimed', problems, code: isCode };
  return { is: why.severity === 'advice' ? 'unclaimed' : 'failed', problems: [...problems, why], code: isCode };
};

const readOpened = async (opened: Opened, file: Found, code: CodeInScope, watch: Stopwatch): Promise<FileRead> => {
  const nothing = { artefacts: [], steps: 0, marked: false, code: false };
  if (opened.is === 'skipped') return { ...nothing, is: 'skipped', problems: [] };
  if (opened.is === 'problem') return { ...nothing, is: 'failed', problems: [opened.problem] };
  const { source } = opened;
  const result = await readOne(source, watch);
  const problems = result.problems ?? [];
  if (!result.ok) return { ...nothing, is: 'failed', problems };
  if ('unclaimed' in result) return { ...nothing, ...unclaimed(source, file, code, problems) };
  const { artefacts } = result;
  const steps = artefacts.reduce((sum, artefact) => sum + artefact.steps.length, 0);
  return { is: 'read', problems, artefacts, steps, marked: source.text.includes(DIRECTIVE_MARK), code: false };
};

/** Opens, decodes and reads files, one after the other; what they hold is handed on as it comes. */
export const eachRead = async (
  { files, cwd, watch, progress, mayImport = () => true }: ReadRequest,
  take: TakeArtefacts,
  { known, told, digest, leavesCode = false }: ReadAlong = {},
): Promise<FilesRead> => {
  const problems: Problem[] = [];
  const marked: string[] = [];
  const count = { read: 0, unclaimed: 0, skipped: 0, failed: 0 };
  const again = againIn(files, cwd);
  const code = new CodeInScope(cwd, (shown) => (mayImport(path.resolve(cwd, shown)) ? again(shown) : undefined));
  let steps = 0;
  const tell = (one: FileTold): void => {
    problems.push(...one.problems);
    count[one.is]++;
    steps += one.steps;
  };
  for (const [index, file] of files.entries()) {
    const begun = performance.now();
    const before = known?.(file);
    const now = before === undefined ? open(file, cwd, digest) : undefined;
    watch.add('open', performance.now() - begun);
    progress.tick('Reading files', index + 1, files.length);
    if (before !== undefined) tell(before);
    if (now === undefined) continue;
    const { artefacts, ...one } = await readOpened(now.opened, file, code, watch);
    tell(one);
    told?.(file, one, artefacts, now.digest);
    if (one.marked) marked.push(shownPath(cwd, file.absolute));
    const waiting = one.is === 'read' ? take(artefacts, one.marked) : undefined;
    if (waiting !== undefined) await waiting;
  }
  const program = leavesCode ? NO_CODE : await code.read(watch);
  problems.push(...program.problems);
  marked.push(...program.marked);
  count.unclaimed -= program.read;
  count.read += program.read;
  for (const artefact of program.artefacts) steps += artefact.steps.length;
  // A program is read as a whole, so its parts cannot be read again one by one.
  await take(program.artefacts, true);
  const unread = [...problems.filter(({ severity }) => severity !== 'advice').map(({ path }) => path), ...program.unread];
  return { problems, marked, unread, asked: code.asked, coverage: { files: files.length, ...count, steps } };
};

const readOne = (source: Source, watch: Stopwatch): ReturnType<typeof read> | Promise<ReturnType<typeof read>> => {
  const loading = prepare(source);
  const now = (): ReturnType<typeof read> => watch.time('read', () => read(source));
  return loading === undefined ? now() : loading.then(now);
};

/** Reads all files and keeps all that they hold. */
export const readFiles = async (files: readonly Found[], cwd: string, watch: Stopwatch, progress: Progress = NO_PROGRESS): Promise<ReadFiles> => {
  const artefacts: Artefact[] = [];
  const rest = await eachRead({ files, cwd, watch, progress }, (found) => {
    for (const artefact of found) artefacts.push(artefact);
    return undefined;
  });
  return { artefacts, ...rest, coverage: { ...rest.coverage, artefacts: countKinds(artefacts) } };
};
