import { applyMends, parseDocument, UserError, type Finding, type Mend, type Report } from '@carelint/core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decode, encodeLike } from '../find/decode.js';
import type { Found } from '../find/find.js';
import type { Analysis } from '../run/analyse.js';
import type { ToWrite } from './write-fixed.js';

/** What mending has to know of the run. */
export interface MendRequest {
  readonly cwd: string;
  readonly files: readonly Found[];
  /** Judges the same files again, some of them with another content. */
  readonly analyse: (files: readonly Found[]) => Promise<Analysis>;
  /** The same, by the config as it lies on the disk now. */
  readonly analyseAnew: (files: readonly Found[]) => Promise<Analysis>;
  /** Whether a file may be changed: of a narrowed run only those that it is narrowed to. */
  readonly mayChange: (shown: string) => boolean;
  /** The config, as findings name it: it is judged by its form alone. */
  readonly config: string | undefined;
}

/** What came of mending, before anything is written. */
export interface Mended {
  readonly files: readonly (ToWrite & { readonly findings: number })[];
  /** Why files were left as they are: `fault` where the user can do something about it. */
  readonly left: readonly { readonly shown: string; readonly why: string; readonly fault: boolean }[];
  /** The run as it is with these changes. */
  readonly analysis: Analysis;
}

/** One pass mends what does not touch each other; more than a few are needed by nothing that is certain. */
const MOST_PASSES = 10;

interface Held {
  readonly shown: string;
  readonly before: Uint8Array;
  readonly now: Uint8Array;
  readonly findings: number;
}

type Fixable = Finding & { readonly fix: Mend };

const fixable = ({ findings }: Report): readonly Fixable[] => findings.filter((finding): finding is Fixable => finding.fix !== undefined);

const byFile = (findings: readonly Fixable[]): ReadonlyMap<string, readonly Fixable[]> => {
  const files = new Map<string, Fixable[]>();
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  return files;
};

const printsOf = ({ report, hidden }: Analysis): ReadonlySet<string> =>
  new Set([...report.findings.map(({ fingerprint }) => fingerprint), ...hidden.map(({ finding }) => finding.fingerprint)]);

const tellsOf = ({ problems }: Report, shown: string): number => problems.filter(({ file }) => file === shown).length;

/** Why a file is left as it is, of which the changes would bring something new. */
const leftFor = (shown: string, fresh: readonly Finding[]): string => {
  const rules = [...new Set(fresh.map(({ rule, line }) => `\`${rule}\` at line ${line}`))].join(', ');
  return `\`${shown}\` was left as it is: with its findings mended there would be ${rules === '' ? 'something else' : rules}. Mend it by hand.`;
};

/** Mends in memory, pass by pass, and judges after each: what would bring something new is not done. */
class Mending {
  readonly #request: MendRequest;
  readonly #held = new Map<string, Held>();
  readonly #left = new Map<string, { readonly why: string; readonly fault: boolean }>();

  constructor(request: MendRequest) {
    this.#request = request;
  }

  async run(first: Analysis): Promise<Mended> {
    let analysis = first;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const wanted = this.#wantedIn(analysis.report);
      // What is changed must be what was judged: a file is held first, and judged as it is held.
      if (this.#hold(wanted)) {
        analysis = await this.#request.analyse(this.#withContents(new Map()));
        continue;
      }
      const tried = this.#try(wanted);
      if (tried.size === 0) break;
      const next = await this.#request.analyse(this.#withContents(tried));
      const bad = this.#badIn(tried, analysis, next);
      for (const { shown, fresh } of bad) this.#left.set(shown, { why: leftFor(shown, fresh), fault: false });
      // What was tried beside them is tried again without them.
      if (bad.length > 0) continue;
      for (const [absolute, held] of tried) this.#held.set(absolute, held);
      analysis = next;
    }
    await this.#mendConfig(analysis.report);
    const changed = [...this.#held].filter(([, { before, now }]) => before !== now);
    return {
      files: changed.map(([absolute, { shown, before, now, findings }]) => ({ absolute, shown, before, after: now, findings })),
      left: [...this.#left].map(([shown, why]) => ({ shown, ...why })),
      analysis,
    };
  }

  /** What can be mended in files that may be changed. */
  #wantedIn(report: Report): ReadonlyMap<string, readonly Fixable[]> {
    const { config, mayChange } = this.#request;
    return new Map([...byFile(fixable(report))].filter(([shown]) => shown !== config && !this.#left.has(shown) && mayChange(shown)));
  }

  /** Reads what is not held yet; false where nothing new is. */
  #hold(wanted: ReadonlyMap<string, readonly Fixable[]>): boolean {
    const before = this.#held.size;
    for (const shown of wanted.keys()) {
      const absolute = path.resolve(this.#request.cwd, shown);
      if (this.#held.has(absolute)) continue;
      this.#unlessFault(shown, () => {
        const bytes = this.#open(absolute, shown);
        this.#held.set(absolute, { shown, before: bytes, now: bytes, findings: 0 });
      });
    }
    return this.#held.size > before;
  }

  /** The changes of one pass, by absolute path. */
  #try(wanted: ReadonlyMap<string, readonly Fixable[]>): ReadonlyMap<string, Held> {
    const tried = new Map<string, Held>();
    for (const [shown, findings] of wanted) {
      const absolute = path.resolve(this.#request.cwd, shown);
      const held = this.#held.get(absolute);
      if (held === undefined) continue;
      this.#unlessFault(shown, () => void tried.set(absolute, mendedHeld(held, findings)));
    }
    return tried;
  }

  #unlessFault(shown: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#left.set(shown, { why: error.message, fault: true });
    }
  }

  #open(absolute: string, shown: string): Uint8Array {
    const bytes = readFileSync(absolute);
    const staged = this.#request.files.find((file) => file.absolute === absolute)?.content;
    if (staged !== undefined && Buffer.compare(staged, bytes) !== 0)
      throw new UserError(`\`${shown}\` is not staged as it lies on the disk, and was left as it is. Stage all of it, or none.`);
    return bytes;
  }

  #withContents(tried: ReadonlyMap<string, Held>): readonly Found[] {
    return this.#request.files.map((file) => {
      const held = tried.get(file.absolute) ?? this.#held.get(file.absolute);
      return held === undefined ? file : { ...file, content: held.now };
    });
  }

  /** Files of a pass after which something is said that was not said before, or the same again. */
  #badIn(
    tried: ReadonlyMap<string, Held>,
    before: Analysis,
    after: Analysis,
  ): readonly { readonly shown: string; readonly fresh: readonly Finding[] }[] {
    const known = printsOf(before);
    const fresh = after.report.findings.filter(({ fingerprint }) => !known.has(fingerprint));
    const count = ({ report }: Analysis, file: string): number => fixable(report).filter((finding) => finding.file === file).length;
    const judged = [...tried.values()].map(({ shown }) => ({ shown, fresh: fresh.filter(({ file }) => file === shown) }));
    const bad = judged.filter(
      (file) =>
        file.fresh.length > 0 ||
        tellsOf(after.report, file.shown) > tellsOf(before.report, file.shown) ||
        count(after, file.shown) >= count(before, file.shown),
    );
    // Something new elsewhere may come of any of them.
    return bad.length === 0 && fresh.length > 0 ? judged.map(({ shown }) => ({ shown, fresh })) : bad;
  }

  /** Takes needless entries out of the config. It is not judged by rules: all else in it must mean the same as before. */
  async #mendConfig(report: Report): Promise<void> {
    const { cwd, config, analyseAnew } = this.#request;
    if (config === undefined || !fixable(report).some(({ file }) => file === config)) return;
    const absolute = path.resolve(cwd, config);
    const before = readFileSync(absolute);
    const anew = await analyseAnew(this.#withContents(new Map()));
    const findings = fixable(anew.report).filter(({ file }) => file === config);
    this.#unlessFault(config, () => {
      // It was judged between two looks at it that saw the same.
      if (Buffer.compare(before, readFileSync(absolute)) !== 0)
        throw new UserError(`\`${config}\` has changed while carelint was running, and was left as it is. Run carelint again.`);
      const held = mendedHeld({ shown: config, before, now: before, findings: 0 }, findings);
      if (meansTheSame(before, held.now)) this.#held.set(absolute, held);
      else this.#left.set(config, { why: leftFor(config, []), fault: false });
    });
  }
}

const mendedHeld = (held: Held, findings: readonly Fixable[]): Held => {
  const mends = findings.map(({ fix }) => fix);
  return { ...held, now: mendedBytes(held.now, held.shown, mends), findings: held.findings + findings.length };
};

const mendedBytes = (bytes: Uint8Array, shown: string, mends: readonly Mend[]): Uint8Array => {
  const decoded = decode(bytes);
  const after = decoded.ok ? encodeLike(bytes, applyMends(decoded.text, mends).text) : undefined;
  if (after === undefined)
    throw new UserError(`\`${shown}\` is written in an encoding that carelint can read and not write. Save it as UTF-8, and run carelint again.`);
  return after;
};

const valuesOf = (bytes: Uint8Array): { readonly waivers: readonly unknown[]; readonly rest: unknown } | undefined => {
  const decoded = decode(bytes);
  if (!decoded.ok) return undefined;
  const { value, problem } = parseDocument({ path: 'carelint.yaml', text: decoded.text });
  if (problem !== undefined || typeof value !== 'object' || value === null) return undefined;
  const { waivers = [], ...rest } = value as Readonly<Record<string, unknown>>;
  return Array.isArray(waivers) ? { waivers: waivers as readonly unknown[], rest } : undefined;
};

/** Whether a config says the same as before but for waivers that are gone. */
const meansTheSame = (before: Uint8Array, after: Uint8Array): boolean => {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (was === undefined || is === undefined || !isDeepStrictEqual(was.rest, is.rest)) return false;
  let at = 0;
  for (const waiver of was.waivers) if (isDeepStrictEqual(waiver, is.waivers[at])) at++;
  return at === is.waivers.length && is.waivers.length < was.waivers.length;
};

/** Makes all that is certain and safe, in memory. */
export const mendFiles = (request: MendRequest, first: Analysis): Promise<Mended> => new Mending(request).run(first);
