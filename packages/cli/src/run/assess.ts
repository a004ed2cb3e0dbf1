import { Assessment, canBeLetGo, type Artefact, type Assessed, type CompiledRule, type RuleNumbers } from '@carelint/core';
import type { ResolvedConfig } from '../config/resolve.js';
import { settingsFor, type Selection } from '../config/settings.js';
import type { Found } from '../find/find.js';
import { shownPath, type Digest } from '../find/read.js';
import { compileRules } from './compile-rules.js';
import { askedFor, type KnownFile, type PartialFile } from './partial.js';
import { NO_PROGRESS, type Progress } from './progress.js';
import { eachRead, type FilesRead, type FileTold, type ReadRequest } from './read-files.js';
import { stopwatch } from './stopwatch.js';

/** What is to be judged, and by what. */
export interface AssessRequest extends ReadRequest {
  readonly config: ResolvedConfig;
  readonly selection: Selection;
  /** The rules, where they are compiled already. */
  readonly rules?: readonly CompiledRule[];
  /** Whether the service is wanted as a whole afterwards. */
  readonly keep: boolean;
}

/** How what was judged elsewhere or earlier is used, and what is kept for others. All left out: everything is read, and nothing is kept. */
export interface Sharing {
  /** What is known of a file. It must hold what it held then, and must have been asked for in the same way: see `knownIn`. */
  readonly known?: (file: Found) => KnownFile | undefined;
  /** Wanted where something is to be kept; rules get these numbers in it. */
  readonly keeps?: { readonly digest: Digest; readonly numbers: RuleNumbers };
  /** The files are a part of those of a run: what cannot be judged in parts is left to whoever joins them. */
  readonly isPart?: boolean;
}

/** What came of judging files. */
export interface AssessedFiles {
  readonly read: FilesRead;
  readonly assessed: Assessed;
  /** What is kept of each, where that was wanted; files that changed meanwhile are missing. */
  readonly kept: readonly PartialFile[];
}

/** The same rules, which say so when their turn comes. */
const heard = (rules: readonly CompiledRule[], progress: Progress): readonly CompiledRule[] =>
  rules.map((rule, index) => ({
    ...rule,
    judge: (view, asked) => {
      progress.tick('Judging by rules', index + 1, rules.length);
      return rule.judge(view, asked);
    },
  }));

/** A file that was read in this run. */
interface Seen extends Omit<FileTold, 'marked' | 'code'> {
  readonly digest: string;
  /** Whether all of it was judged and let go, or nothing is to be judged in it. */
  readonly letGo: boolean;
  /** Whether there is nothing in it to be judged. */
  readonly empty: boolean;
}

const asKept = (judged: PartialFile['judged']): Pick<PartialFile, 'judged' | 'again'> =>
  judged === undefined ? { again: true } : judged.length === 0 ? {} : { judged };

/** What there is to keep of files, gathered on the way. */
class Keeping {
  readonly #cwd: string;
  readonly #numbers: RuleNumbers;
  readonly #seen = new Map<string, Seen>();
  readonly #given = new Map<string, KnownFile>();
  /** Files that held something else when they were read a second time. */
  readonly #changed = new Set<string>();

  constructor(cwd: string, numbers: RuleNumbers) {
    this.#cwd = cwd;
    this.#numbers = numbers;
  }

  give(file: Found, known: KnownFile): void {
    this.#given.set(file.absolute, known);
  }

  see(file: Found, { marked, code, ...told }: FileTold, artefacts: readonly Artefact[], digest: string): void {
    this.#seen.set(file.absolute, { ...told, digest, letGo: !marked && !code && canBeLetGo(artefacts), empty: !code && artefacts.length === 0 });
  }

  seeAgain({ absolute }: Found, digest: string): void {
    if (digest !== (this.#seen.get(absolute) ?? this.#given.get(absolute)?.entry)?.digest) this.#changed.add(absolute);
  }

  /** In the order of the files. */
  kept(files: readonly Found[], assessed: Assessed): readonly PartialFile[] {
    return files.flatMap((file): readonly PartialFile[] => {
      if (this.#changed.has(file.absolute)) return [];
      const given = this.#given.get(file.absolute)?.entry;
      if (given !== undefined) return [this.#stillGiven(given, assessed)];
      const seen = this.#seen.get(file.absolute);
      if (seen === undefined) return [];
      const { is, problems, steps, digest } = seen;
      const path = shownPath(this.#cwd, file.absolute);
      const judged = seen.empty ? [] : seen.letGo ? assessed.writtenOf(path, this.#numbers) : undefined;
      return [{ path, digest, ...askedFor(file, this.#cwd), is, problems, steps, ...asKept(judged) }];
    });
  }

  /** The very entry that was given, where nothing in it has changed. */
  #stillGiven(given: PartialFile, { writtenOf }: Assessed): PartialFile {
    if (given.judged === undefined) return given;
    const judged = writtenOf(given.path, this.#numbers);
    if (judged === given.judged) return given;
    const { judged: _judged, places: _places, ...rest } = given;
    return { ...rest, ...asKept(judged) };
  }
}

/** Reads and judges: stages 2 to 5. What is known of files need not be read, unless others have changed what they are tied to. */
export const assess = async (request: AssessRequest, { known, keeps, isPart = false }: Sharing = {}): Promise<AssessedFiles> => {
  const { cwd, config, selection, files, keep, watch, progress } = request;
  const shown = files.map(({ absolute }) => shownPath(cwd, absolute));
  const settings = request.rules === undefined ? settingsFor(config, selection, shown) : [];
  const keeping = keeps === undefined ? undefined : new Keeping(cwd, keeps.numbers);
  const digest = keeps === undefined ? {} : { digest: keeps.digest };
  const again = async (paths: ReadonlySet<string>): Promise<readonly Artefact[]> => {
    const wanted = files.filter((_, index) => paths.has(shown[index] ?? ''));
    const artefacts: Artefact[] = [];
    const take = (read: readonly Artefact[]): undefined => void artefacts.push(...read);
    const told = (file: Found, _told: FileTold, _read: readonly Artefact[], now: string): void => keeping?.seeAgain(file, now);
    await eachRead({ files: wanted, cwd, watch: stopwatch(), progress: NO_PROGRESS }, take, { ...digest, told });
    return artefacts;
  };
  const assessment = new Assessment({
    assume: config.assume,
    keep,
    writes: keeps !== undefined,
    rules: async (artefacts) =>
      request.rules ?? heard(await watch.timeAsync('compile', () => compileRules(config.policies, settings, config.assume, artefacts)), progress),
    again,
    stage: (name, work) => watch.time(name, work),
  });
  const read = await eachRead(
    request,
    (artefacts, stays) => (isPart && (stays || !canBeLetGo(artefacts)) ? undefined : assessment.add(artefacts, stays)),
    {
      ...digest,
      leavesCode: isPart,
      told: (file, told, artefacts, now) => keeping?.see(file, told, artefacts, now),
      known: (file) => {
        const found = known?.(file);
        if (found === undefined || found.entry.again === true) return undefined;
        keeping?.give(file, found);
        assessment.addJudged(found.entry.path, found.entry.judged ?? [], found.numbers);
        return { ...found.entry, marked: false, code: false };
      },
    },
  );
  const assessed = await assessment.end();
  return { read, assessed, kept: keeping?.kept(files, assessed) ?? [] };
};
