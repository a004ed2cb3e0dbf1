import { copiedInPlace } from './batches/copied.js';
import { detacher } from './batches/detach.js';
import { identityOf, outlineOf } from './batches/outline.js';
import { signaturesOf } from './batches/signature.js';
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
}

/** Some five megabytes of artefacts. */
const STEPS_A_BATCH = 4000;

/** An artefact that was judged and let go. */
interface Judged {
  readonly outline: Artefact;
  /** What linking made of it in its batch. */
  readonly signature: string;
  /** What was derived from it, where a rule sees all of the service. */
  readonly found: object | undefined;
  readonly facts: readonly object[] | undefined;
}

/**
 * Judges a service of any size in little memory. Artefacts are taken in as they are read, and flows are judged in batches and let go; what is kept is
 * their outlines (names and references) and their verdicts. At the end the outlines are linked: what turns out to be tied to another batch is read
 * and judged again, together. What is no flow, and flows that are tied to it, are judged at the end. A service that fits into one batch is
 * judged as it is; the verdicts are the same in either way.
 */
export class Assessment {
  readonly #input: AssessmentInput;
  readonly #batch: number;
  /** What is not let go: everything but flows, and flows too if a rule must see all of the service at once. */
  readonly #held: Artefact[] = [];
  #open: Artefact[] = [];
  #steps = 0;
  readonly #judged = new Map<string, Judged>();
  readonly #verdicts: Verdict[] = [];
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
    for (const artefact of artefacts) {
      if (!this.#mayLetGo || stays || artefact.kind !== 'flow') {
        this.#held.push(artefact);
        continue;
      }
      this.#open.push(artefact);
      this.#steps += artefact.steps.length;
    }
    return this.#steps >= this.#batch ? this.#judgeBatch() : undefined;
  }

  /** Judges what is left. */
  async end(): Promise<Assessed> {
    if (this.#judged.size === 0) return this.#judgeAll();
    if (this.#open.length > 0) await this.#judgeBatch();
    const rules = await this.#rulesFor(undefined);
    const outlines = [...this.#judged.values()].map(({ outline }) => outline);
    const service = await this.#link([...this.#held, ...outlines], rules);
    const stale = this.#staleIn(service);
    for (const outline of outlines) if (stale.has(identityOf(outline))) this.#questions.forget(outline);
    const verdicts = this.#verdicts.filter(({ artefact }) => !stale.has(identityOf(artefact)));
    verdicts.push(...(await this.#judgeAgain(stale, outlines, partwise(rules))));
    const whole = rules.filter(({ wholeService }) => wholeService);
    if (whole.length > 0) verdicts.push(...this.#check(this.#withFound(service), whole));
    return { verdicts, questions: this.#questions, rules, service };
  }

  /** The common case: nothing was let go. */
  async #judgeAll(): Promise<Assessed> {
    // Flows that were taken in before a rule asked for all of them stand in front.
    const artefacts = [...this.#open, ...this.#held];
    const rules = await this.#rulesFor(artefacts);
    const service = await this.#link(artefacts, rules);
    return { verdicts: this.#check(service, rules), questions: this.#questions, rules, service };
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
    const batch = this.#open;
    this.#open = [];
    this.#steps = 0;
    if (rules.some(({ wholeService, readsFoundOnly }) => wholeService && !readsFoundOnly)) {
      this.#mayLetGo = false;
      this.#held.unshift(...batch);
      return;
    }
    const service = await this.#link(batch, rules);
    const signatures = signaturesOf(service);
    const needsFound = rules.some(({ wholeService }) => wholeService);
    this.#verdicts.push(...this.#check(service, partwise(rules)).map(detacher()));
    batch.forEach((artefact, i) => {
      const { found, facts } = (needsFound ? service.artefacts[i] : undefined) ?? {};
      this.#judged.set(identityOf(artefact), {
        outline: outlineOf(artefact),
        signature: signatures[i] ?? '',
        found: ownCopy(found),
        facts: ownCopy(facts),
      });
    });
  }

  /** Flows that are tied otherwise than their batch could know, with all that they are tied to. */
  #staleIn(service: Service): ReadonlySet<string> {
    const signatures = signaturesOf(service);
    const names = service.artefacts.map(identityOf);
    const stale = new Set<string>();
    for (const cluster of clustersOf(service)) {
      if (cluster.every((a) => this.#judged.get(names[a] ?? '')?.signature === signatures[a])) continue;
      for (const a of cluster) if (this.#judged.has(names[a] ?? '')) stale.add(names[a] ?? '');
    }
    return stale;
  }

  /** Judges stale flows once more, and what was held back: all together, since each may be tied to each. */
  async #judgeAgain(stale: ReadonlySet<string>, outlines: readonly Artefact[], rules: readonly CompiledRule[]): Promise<readonly Verdict[]> {
    const isStale = (artefact: Artefact): boolean => stale.has(identityOf(artefact));
    const paths = new Set(outlines.filter(isStale).map(({ path }) => path));
    const real = paths.size === 0 ? [] : (await this.#input.again(paths)).filter(isStale);
    if (real.length === 0 && this.#held.length === 0) return [];
    const others = outlines.filter((outline) => !isStale(outline));
    const gone = new Set(others.map(identityOf));
    const service = await this.#link([...this.#held, ...real, ...others], rules);
    const wanted = service.artefacts.flatMap((artefact, a) => (gone.has(identityOf(artefact)) ? [] : [a]));
    return this.#check(serviceOf(service, wanted), rules).map(detacher());
  }

  /** For rules that see all of the service, and of each artefact what was derived from it. */
  #withFound(service: Service): Service {
    const artefacts = service.artefacts.map((artefact): Artefact => {
      const { found, facts } = this.#judged.get(identityOf(artefact)) ?? {};
      if (found === undefined && facts === undefined) return artefact;
      return { ...artefact, ...(found === undefined ? {} : { found }), ...(facts === undefined ? {} : { facts }) };
    });
    return { ...service, artefacts };
  }
}

/** Derived values that can be kept when the artefact and its text are let go. */
const ownCopy = <T extends object | undefined>(derived: T): T => copiedInPlace(derived) as T;

const partwise = (rules: readonly CompiledRule[]): readonly CompiledRule[] => rules.filter(({ wholeService }) => !wholeService);
