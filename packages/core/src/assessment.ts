import { copiedInPlace } from './batches/copied.js';
import { detacher } from './batches/detach.js';
import { canBeLetGo, type Judged } from './batches/judged.js';
import { identityOf, outlineOf } from './batches/outline.js';
import type { RuleNumbers } from './batches/rule-numbers.js';
import { signaturesOf } from './batches/signature.js';
import { readJudged, writeJudged, type WrittenJudged } from './batches/written.js';
import { link } from './link/link.js';
import { clustersOf, serviceOf } from './link/parts.js';
import type { Service } from './link/service.js';
import type { Artefact } from './model/artefact.js';
import { check, prepareLink } from './pipeline.js';
import type { CompiledRule } from './policy/compile.js';
import type { Verdict } from './policy/verdict.js';
import { Questions } from './report/score/questions.js';

/** What an assessment asks for on its way. */
export interface AssessmentInput {
  /**
   * The rules, asked for once: when all artefacts are there, or when the first batch of them is. `artefacts` is then undefined, since nobody knows
   * what will follow.
   */
  readonly rules: (artefacts: readonly Artefact[] | undefined) => Promise<readonly CompiledRule[]>;
  /** Facts outside the files: the config's `assume`. */
  readonly assume: Readonly<Record<string, unknown>>;
  /** Reads files a second time. A file that has gone or changed gives what it now holds. */
  readonly again: (paths: ReadonlySet<string>) => Promise<readonly Artefact[]>;
  /** Whether the service is wanted as a whole afterwards: then nothing is let go. */
  readonly keep: boolean;
  /** Whether `writtenOf` will be asked: then flows are let go even where all of them would fit into one batch. */
  readonly writes?: boolean;
  /** So many steps are judged at once; a test may ask for few. */
  readonly batch?: number;
  /** Does the work of a stage; whoever wants to know how long that takes can stand by. */
  readonly stage?: <T>(name: 'link' | 'check', work: () => T) => T;
}

/** What came of an assessment. */
export interface Assessed {
  readonly verdicts: readonly Verdict[];
  /** What was asked of what, be it broken, kept or open. */
  readonly questions: Questions;
  readonly rules: readonly CompiledRule[];
  /** All artefacts, tied; of those that were let go only their outlines. */
  readonly service: Service;
  /**
   * What is kept of the artefacts of a file, to be given to another assessment by `addJudged`; undefined where some of them were not let go. The very
   * list that was given to this one, where nothing has changed. A file without artefacts gives an empty list.
   */
  readonly writtenOf: (path: string, numbers: RuleNumbers) => readonly WrittenJudged[] | undefined;
}

/** Some five megabytes of artefacts. */
const STEPS_A_BATCH = 4000;

/** What was judged elsewhere or earlier, of one file. */
interface Given {
  readonly path: string;
  readonly artefacts: readonly WrittenJudged[];
  readonly numbers: RuleNumbers;
}

/** What is kept of an artefact; `isGiven`: it is as it was given. */
interface Kept extends Judged {
  readonly isGiven?: true;
}

/** In this order artefacts are judged, whatever the order in which they were read: names of folders and files one after the other. */
const inOrder = (artefacts: readonly Artefact[]): readonly Artefact[] => {
  const keyed = artefacts.map((artefact): readonly [string, Artefact] => [artefact.path.replaceAll('/', '\0'), artefact]);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, artefact]) => artefact);
};

/**
 * Judges a service of any size in little memory. Artefacts are taken in as they are read, and flows are judged in batches and let go; what is kept is
 * their outlines (names and references) and their verdicts. At the end the outlines are linked: what turns out to be tied to another batch is read
 * and judged again, together. What is no flow, and flows that are tied to it, are judged at the end. A service that fits into one batch is
 * judged as it is; the verdicts are the same in either way.
 *
 * What is kept can be written down, and another assessment can take it in instead of the file: one that joins what several have judged, or a later
 * one over files of which some have changed. To it that is one more batch.
 */
export class Assessment {
  readonly #input: AssessmentInput;
  readonly #batch: number;
  /** What is not let go: everything but flows, and flows too if a rule must see all of the service at once. */
  #held: Artefact[] = [];
  #open: Artefact[] = [];
  #steps = 0;
  readonly #given: Given[] = [];
  /** By identity. */
  readonly #kept = new Map<string, Kept>();
  /** Files in which artefacts were no longer found when they were read again. */
  readonly #lost = new Set<string>();
  readonly #questions = new Questions();
  #rules: readonly CompiledRule[] | undefined;
  #mayLetGo: boolean;

  constructor(input: AssessmentInput) {
    this.#input = input;
    this.#batch = input.batch ?? STEPS_A_BATCH;
    this.#mayLetGo = !input.keep;
  }

  /** Takes in what was read from a file; `stays`: its artefacts are wanted afterwards. The promise, where there is one, must be waited for. */
  add(artefacts: readonly Artefact[], stays: boolean): Promise<void> | undefined {
    if (!this.#mayLetGo || stays || !canBeLetGo(artefacts)) {
      this.#held.push(...artefacts);
      return undefined;
    }
    for (const artefact of artefacts) {
      this.#open.push(artefact);
      this.#steps += artefact.steps.length;
    }
    return this.#steps >= this.#batch ? this.#judgeBatch() : undefined;
  }

  /**
   * Takes in what another assessment, by the same rules and assumptions, kept of the artefacts of a file. The file must hold what it held then.
   * `numbers` are those that it was written with.
   */
  addJudged(path: string, artefacts: readonly WrittenJudged[], numbers: RuleNumbers): void {
    this.#given.push({ path, artefacts, numbers });
  }

  /** Judges what is left. */
  async end(): Promise<Assessed> {
    if (this.#open.length > 0 && (this.#kept.size > 0 || this.#given.length > 0 || this.#input.writes === true)) await this.#judgeBatch();
    const rules = this.#given.length > 0 ? await this.#rulesFor(undefined) : (this.#rules ?? []);
    if (this.#given.length > 0) await this.#takeGiven(rules);
    return this.#kept.size === 0 ? this.#judgeAll() : this.#judgeRest();
  }

  /** The common case: nothing was let go. */
  async #judgeAll(): Promise<Assessed> {
    const artefacts = inOrder([...this.#open, ...this.#held]);
    const rules = await this.#rulesFor(artefacts);
    const service = await this.#link(artefacts, rules);
    return { verdicts: this.#check(service, rules), questions: this.#questions, rules, service, writtenOf: () => undefined };
  }

  async #judgeRest(): Promise<Assessed> {
    const rules = await this.#rulesFor(undefined);
    const outlines = [...this.#kept.values()].map(({ outline }) => outline);
    const artefacts = inOrder([...this.#held, ...outlines]);
    const service = await this.#link(artefacts, rules);
    const signatures = signaturesOf(service);
    const stale = this.#staleIn(service, signatures);
    const byName = new Map(service.artefacts.map((artefact, a) => [identityOf(artefact), signatures[a] ?? '']));
    const verdicts = await this.#judgeAgain(stale, artefacts, byName, rules);
    for (const kept of this.#kept.values()) verdicts.push(...kept.verdicts);
    const whole = rules.filter(({ wholeService }) => wholeService);
    if (whole.length > 0) verdicts.push(...this.#check(this.#withFound(service), whole));
    return { verdicts, questions: this.#questions, rules, service, writtenOf: this.#writer(whole) };
  }

  async #rulesFor(artefacts: readonly Artefact[] | undefined): Promise<readonly CompiledRule[]> {
    return (this.#rules ??= await this.#input.rules(artefacts));
  }

  async #link(artefacts: readonly Artefact[], rules: readonly CompiledRule[]): Promise<Service> {
    const needed = await prepareLink(artefacts, rules, this.#input.assume);
    return this.#stage('link', () => link(artefacts, needed));
  }

  #check(service: Service, rules: readonly CompiledRule[]): Verdict[] {
    return this.#stage('check', () => check(service, rules, this.#questions));
  }

  #stage<T>(name: 'link' | 'check', work: () => T): T {
    return this.#input.stage === undefined ? work() : this.#input.stage(name, work);
  }

  async #judgeBatch(): Promise<void> {
    const rules = await this.#rulesFor(undefined);
    const batch = inOrder(this.#open);
    this.#open = [];
    this.#steps = 0;
    if (needsAll(rules)) {
      this.#mayLetGo = false;
      this.#held.unshift(...batch);
      return;
    }
    const service = await this.#link(batch, rules);
    const signatures = signaturesOf(service);
    const said = byArtefact(this.#check(service, partwise(rules)).map(detacher()));
    batch.forEach((artefact, a) => {
      this.#keep(artefact, service.artefacts[a], signatures[a] ?? '', said.get(identityOf(artefact)) ?? [], rules);
    });
  }

  /** Keeps what is needed of an artefact that was judged. */
  #keep(read: Artefact, linked: Artefact | undefined, signature: string, verdicts: readonly Verdict[], rules: readonly CompiledRule[]): void {
    const { found, facts } = (rules.some(({ wholeService }) => wholeService) ? linked : undefined) ?? {};
    this.#kept.set(identityOf(read), { outline: outlineOf(read), signature, found: ownCopy(found), facts: ownCopy(facts), verdicts });
  }

  /** Takes in what was judged elsewhere; what cannot be used is read. */
  async #takeGiven(rules: readonly CompiledRule[]): Promise<void> {
    const again = new Set<string>();
    const mayTake = this.#mayLetGo && !needsAll(rules);
    const known = new Map<RuleNumbers, ReturnType<RuleNumbers['among']>>();
    for (const { path, artefacts, numbers } of this.#given) {
      const byNumber = known.get(numbers) ?? numbers.among(rules);
      known.set(numbers, byNumber);
      const judged = mayTake ? artefacts.map((written) => readJudged(written, path, byNumber)) : [];
      if (judged.length < artefacts.length || judged.includes(undefined)) again.add(path);
      else for (const kept of judged) if (kept !== undefined) this.#takeOne(kept);
    }
    if (again.size === 0) return;
    const read = await this.#input.again(again);
    this.#held.push(...read);
  }

  #takeOne({ asked, ...judged }: NonNullable<ReturnType<typeof readJudged>>): void {
    this.#kept.set(identityOf(judged.outline), { ...judged, isGiven: true });
    for (const [rule, files] of asked) this.#questions.add(rule, judged.outline, files);
  }

  /** Flows that are tied otherwise than their batch could know, with all that they are tied to. */
  #staleIn(service: Service, signatures: readonly string[]): ReadonlySet<string> {
    const names = service.artefacts.map(identityOf);
    const stale = new Set<string>();
    for (const cluster of clustersOf(service)) {
      if (cluster.every((a) => this.#kept.get(names[a] ?? '')?.signature === signatures[a])) continue;
      for (const a of cluster) if (this.#kept.has(names[a] ?? '')) stale.add(names[a] ?? '');
    }
    return stale;
  }

  /**
   * Judges stale flows once more, and what was held back: all together, since each may be tied to each. Keeps what is then said of the flows, and
   * gives what is said of the rest. `signatures`: by identity, as all artefacts are tied.
   */
  async #judgeAgain(
    stale: ReadonlySet<string>,
    artefacts: readonly Artefact[],
    signatures: ReadonlyMap<string, string>,
    rules: readonly CompiledRule[],
  ): Promise<Verdict[]> {
    const paths = new Set([...stale].map((name) => this.#kept.get(name)?.outline.path ?? ''));
    const real = new Map((paths.size === 0 ? [] : await this.#input.again(paths)).map((artefact) => [identityOf(artefact), artefact]));
    for (const name of stale) {
      const outline = this.#kept.get(name)?.outline;
      if (outline !== undefined) this.#questions.forget(outline);
      if (real.has(name)) continue;
      this.#lost.add(outline?.path ?? '');
      this.#kept.delete(name);
    }
    const known = artefacts.flatMap((artefact) => (stale.has(identityOf(artefact)) ? (real.get(identityOf(artefact)) ?? []) : artefact));
    const done = new Set([...this.#kept.keys()].filter((name) => !stale.has(name)));
    if (known.length === done.size) return [];
    const service = await this.#link(known, rules);
    const wanted = service.artefacts.flatMap((artefact, a) => (done.has(identityOf(artefact)) ? [] : [a]));
    const said = byArtefact(this.#check(serviceOf(service, wanted), partwise(rules)).map(detacher()));
    for (const linked of service.artefacts) {
      const name = identityOf(linked);
      const read = stale.has(name) ? real.get(name) : undefined;
      if (read === undefined) continue;
      this.#keep(read, linked, signatures.get(name) ?? '', said.get(name) ?? [], rules);
      said.delete(name);
    }
    return [...said.values()].flat();
  }

  /** For rules that see all of the service, and of each artefact what was derived from it. */
  #withFound(service: Service): Service {
    const artefacts = service.artefacts.map((artefact): Artefact => {
      const { found, facts } = this.#kept.get(identityOf(artefact)) ?? {};
      if (found === undefined && facts === undefined) return artefact;
      return { ...artefact, ...(found === undefined ? {} : { found }), ...(facts === undefined ? {} : { facts }) };
    });
    return { ...service, artefacts };
  }

  /** `whole`: rules that see all of the service; what they say is not kept. */
  #writer(whole: readonly CompiledRule[]): Assessed['writtenOf'] {
    const wholeIds = new Set(whole.map(({ id }) => id));
    const files = new Map<string, Kept[]>();
    for (const kept of this.#kept.values()) {
      const file = files.get(kept.outline.path);
      if (file === undefined) files.set(kept.outline.path, [kept]);
      else file.push(kept);
    }
    const given = new Map(this.#given.map((file) => [file.path, file]));
    const notKept = new Set([...this.#lost, ...this.#held.map(({ path }) => path)]);
    return (path, numbers) => {
      if (notKept.has(path)) return undefined;
      const kept = files.get(path) ?? [];
      const before = given.get(path);
      if (before?.numbers === numbers && kept.every(({ isGiven }) => isGiven)) return before.artefacts;
      return kept.map((one) => {
        const asked = this.#questions.of(one.outline).filter(([rule]) => !wholeIds.has(rule.id));
        return writeJudged(one, asked, numbers);
      });
    };
  }
}

/** Derived values that can be kept when the artefact and its text are let go. */
const ownCopy = <T extends object | undefined>(derived: T): T => copiedInPlace(derived) as T;

const partwise = (rules: readonly CompiledRule[]): readonly CompiledRule[] => rules.filter(({ wholeService }) => !wholeService);

/** Whether a rule must see all of the service at once, and more of it than what was derived. */
const needsAll = (rules: readonly CompiledRule[]): boolean => rules.some(({ wholeService, readsFoundOnly }) => wholeService && !readsFoundOnly);

const byArtefact = (verdicts: readonly Verdict[]): Map<string, Verdict[]> => {
  const lists = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const name = identityOf(verdict.artefact);
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [verdict]);
    else list.push(verdict);
  }
  return lists;
};
