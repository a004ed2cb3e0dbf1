import type { NarrowInput } from '@carelint/core';
import path from 'node:path';
import { openFor, type BaselineOptions, type OpenBaseline } from '../baseline/in-run.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Found } from '../find/find.js';
import { findFiles, nothingToRead } from '../find/meant.js';
import { changesFor, narrowTo, withStaged, type ChangeOptions } from '../git/changes.js';
import { HISTORY_NAME } from '../history/history-name.js';
import type { InThreads, ThreadsAsked } from '../threads/share.js';
import { analyse, type Analysis, type AnalyseRequest } from './analyse.js';
import type { Sharing } from './assess.js';
import { covers } from './covers.js';

/** A run as the command and programs ask for it. */
export interface LintRequest extends Pick<AnalyseRequest, 'cwd' | 'config' | 'selection' | 'keep' | 'watch' | 'progress'> {
  /** Files, folders and globs, as typed; none: what the config names, else the folder. */
  readonly paths: readonly string[];
  /** Texts that are judged beside what the paths mean, and instead of what the disk holds of them. */
  readonly sources?: readonly Found[];
  /** What is to be done with a baseline; left out: none is looked for. */
  readonly baseline?: BaselineOptions;
  readonly changes: ChangeOptions;
  /** The folder of the cache, and who is told what keeps it from being written. Left out: there is none. */
  readonly cache?: { readonly folder: string; readonly say: (text: string) => void };
  /** Where CI tells what a pull request is to be merged into. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Further threads; left out: there are none. */
  readonly threads?: ThreadsAsked;
  /** Files that are not to be looked at, wherever they lie. */
  readonly without?: ReadonlySet<string>;
  /** What is known of the files that were found from parts of the run. */
  readonly known?: (files: readonly Found[]) => NonNullable<Sharing['known']>;
}

/** A run, done. */
export interface Linted {
  readonly analysis: Analysis;
  /** The baseline that was in force. */
  readonly open: OpenBaseline | undefined;
  /** The files that were looked at. */
  readonly files: readonly Found[];
  /** What the report is narrowed to. */
  readonly narrow: NarrowInput | undefined;
  /** Judges files again in the same way: with another content, or by another config. */
  readonly judge: (files: readonly Found[], config: ResolvedConfig) => Promise<Analysis>;
}

/** Files with these texts laid over them. Texts alone are judged alone. */
const withSources = (sources: readonly Found[], { cwd, paths, config }: LintRequest): readonly Found[] => {
  if (paths.length === 0) return sources;
  const laid = new Map(findFiles(cwd, paths, config).map((file) => [file.absolute, file]));
  for (const source of sources) laid.set(source.absolute, source);
  return [...laid.values()];
};

/** Judges for the first time: by what parts of the run tell, by what is in the cache, or by several threads. */
const judgedFirst = async (first: AnalyseRequest, { known, keep, threads, cache }: LintRequest): Promise<Analysis> => {
  if (known !== undefined) return analyse(first, { known: known(first.files) });
  const inThreads: InThreads | undefined =
    keep || threads === undefined ? undefined : async (isKnown) => (await import('../threads/share.js')).judgedByThreads(first, threads, isKnown);
  if (cache !== undefined) {
    const { analyseCached } = await import('../cache/analyse.js');
    return analyseCached(first, cache.folder, cache.say, inThreads);
  }
  const { rules, sharing } = (await inThreads?.(() => false)) ?? {};
  return analyse({ ...first, ...(rules === undefined ? {} : { rules }) }, sharing);
};

/** Finds what is meant, and reads and judges it: all that the command and a program have in common. */
export const lint = async (request: LintRequest): Promise<Linted> => {
  const { cwd, config, selection, keep, paths, sources, baseline, cache, watch, progress } = request;
  const named = sources === undefined ? paths : [...paths, ...sources.map(({ absolute }) => absolute)];
  const open = baseline === undefined ? undefined : openFor(baseline, config, named, cwd);
  const changes = changesFor(request.changes, cwd, request.env);
  const found = watch.time('find', () => (sources === undefined ? findFiles(cwd, paths, config) : withSources(sources, request)));
  const isCached = (absolute: string): boolean => cache !== undefined && absolute.startsWith(cache.folder + path.sep);
  const files = withStaged(
    found.filter(
      ({ absolute }) =>
        absolute !== open?.absolute && path.basename(absolute) !== HISTORY_NAME && !isCached(absolute) && request.without?.has(absolute) !== true,
    ),
    changes,
  );
  if (files.length === 0) throw nothingToRead(named);
  const narrow = changes === undefined ? undefined : narrowTo(changes, config, cwd);
  const requestFor = (these: readonly Found[], by: ResolvedConfig): AnalyseRequest => ({
    cwd,
    config: by,
    selection,
    files: these,
    whole: named.length === 0,
    covers: covers(named, by, cwd),
    keep,
    ...(open === undefined ? {} : { baseline: open.asked }),
    ...(narrow === undefined ? {} : { narrow }),
    watch,
    progress,
  });
  const judge: Linted['judge'] = (these, by) => analyse(requestFor(these, by));
  const first = requestFor(files, config);
  return { analysis: await judgedFirst(first, request), open, files, narrow, judge };
};
