import type { Service } from '../link/service.js';
import type { Step } from '../model/step.js';
import type { Level } from '../policy/rule.js';
import type { Verdict } from '../policy/verdict.js';
import type { Finding, Station } from '../report/report.js';
import { inOrderOfGain, type Choice } from './cover.js';
import { EntriesTo } from './entries.js';
import { isMendable, Trial, type Spot } from './mend.js';

/** Something to do, with what it is good for. */
export interface RoadmapItem {
  /**
   * `help`: journeys end badly, or go on, in this one step, where help could be given instead. `place`: findings that stand at one place of a file. `rule`:
   * findings of one rule, each at a place of its own.
   */
  readonly kind: 'help' | 'place' | 'rule';
  /** Where: the step of `help`, else the first place. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The step of `help` as it is told. */
  readonly station?: Station;
  /** What it mends, the gravest first: no item before it mends these. */
  readonly findings: readonly Finding[];
  /**
   * `checked`: judged again with a person at the step, and exactly these are gone. `here`: they stand here, and whether they go depends on what is done.
   * `hoped`: their journeys end here; there was no time to judge again.
   */
  readonly certainty: 'checked' | 'here' | 'hoped';
  /** How many findings were not there before, when it was judged again. */
  readonly added: number;
  /** How many places have to be touched. */
  readonly places: number;
  /** Documents in which these findings are, by id. */
  readonly documents: readonly string[];
  /** Names of the entries from which customers come there. */
  readonly entries: readonly string[];
  /** Weight of the findings, each once for every entry from which customers come to it. */
  readonly harm: number;
}

/** What is to be done, the most useful first. */
export interface Roadmap {
  readonly items: readonly RoadmapItem[];
  /** All findings that the items are about. */
  readonly findings: number;
}

/** What a roadmap is made of. */
export interface RoadmapInput {
  readonly service: Service;
  readonly findings: readonly Finding[];
  /** Judges a part of the service again, by the rules that can be judged on a part. */
  readonly judge: (service: Service) => readonly Verdict[];
  /** How many changes may be tried by judging again. */
  readonly trials: number;
}

/** What a finding weighs. */
export const WEIGHTS: Readonly<Record<Level, number>> = { error: 10, warning: 3, advice: 1 };

interface Candidate extends Choice {
  readonly kind: 'help' | 'place';
  readonly spot?: Spot;
  readonly station?: Station;
}

/** Fingerprints of equal findings are numbered behind a hyphen. */
const unnumbered = ({ fingerprint }: Finding): string => fingerprint.replace(/-\d+$/u, '');

const placeOf = ({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string => JSON.stringify([file, line, column]);

const grouped = (findings: readonly Finding[], keysOf: (finding: Finding) => Iterable<string>): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  findings.forEach((finding, n) => {
    for (const key of keysOf(finding)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [n]);
      else group.push(n);
    }
  });
  return groups;
};

/** Makes the roadmap of one run. */
class Planning {
  readonly #input: RoadmapInput;
  readonly #trial: Trial;
  readonly #entriesTo: EntriesTo;
  readonly #artefacts = new Map<string, number>();
  readonly #steps = new Map<string, ReadonlyMap<string, Step>>();
  readonly #added = new Map<Candidate, number>();
  readonly #entries: readonly (readonly number[])[];
  readonly #weights: readonly number[];

  constructor(input: RoadmapInput) {
    this.#input = input;
    this.#trial = new Trial(input.service, input.judge);
    this.#entriesTo = new EntriesTo(input.service);
    input.service.artefacts.forEach(({ id, path, steps }, index) => {
      for (const file of new Set([path, ...steps.flatMap((step) => step.path ?? [])])) this.#artefacts.set(JSON.stringify([file, id]), index);
    });
    this.#entries = input.findings.map((finding) => this.#entriesOf(finding));
    this.#weights = input.findings.map(({ level }, n) => WEIGHTS[level] * Math.max(1, this.#entries[n]!.length));
  }

  plan(): Roadmap {
    const { findings, trials } = this.#input;
    const candidates = [...this.#helps(), ...this.#places()];
    const chosen = inOrderOfGain(candidates, this.#weights, trials);
    const items: RoadmapItem[] = [];
    const alone: number[] = [];
    for (const { choice, gains, proved } of chosen) {
      const candidate = candidates[choice]!;
      if (gains.length === 1 && candidate.kind === 'place') alone.push(...gains);
      else items.push(this.#itemOf(candidate, gains, proved));
    }
    const byRule = grouped(
      alone.map((n) => findings[n]!),
      ({ rule }) => [rule],
    );
    for (const group of byRule.values()) items.push(this.#ofOneRule(group.map((i) => alone[i]!)));
    const usefulFirst = (a: RoadmapItem, b: RoadmapItem): number => b.harm / b.places - a.harm / a.places || b.harm - a.harm;
    return { items: items.sort(usefulFirst), findings: findings.length };
  }

  /** Steps at which journeys end badly, or go on too long: behind the first station, where it begins. */
  #helps(): readonly Candidate[] {
    const { findings } = this.#input;
    const stations = new Map<string, Station>();
    const groups = grouped(findings, ({ journey }) => {
      return new Set(
        journey
          .slice(1)
          .filter((station) => this.#isMendable(station))
          .map((station) => {
            const key = JSON.stringify([station.file, station.artefact, station.step]);
            if (!stations.has(key)) stations.set(key, station);
            return key;
          }),
      );
    });
    return [...groups].flatMap(([key, hopes]): readonly Candidate[] => {
      const station = stations.get(key)!;
      const artefact = this.#artefacts.get(JSON.stringify([station.file, station.artefact]));
      if (artefact === undefined || !this.#trial.canTry(artefact)) return [];
      const spot: Spot = { artefact, step: station.step };
      const candidate: Candidate = {
        kind: 'help',
        spot,
        station,
        hopes,
        really: () => {
          const { mended, added } = this.#trial.helpAt(spot);
          this.#added.set(candidate, added);
          return hopes.filter((n) => mended.has(unnumbered(findings[n]!)));
        },
      };
      return [candidate];
    });
  }

  #isMendable({ file, artefact, step: id, kind }: Station): boolean {
    if (kind !== 'end' && kind !== 'transfer') return false;
    const key = JSON.stringify([file, artefact]);
    let steps = this.#steps.get(key);
    if (steps === undefined) {
      const index = this.#artefacts.get(key);
      steps = new Map(index === undefined ? [] : this.#input.service.artefacts[index]!.steps.map((step) => [step.id, step]));
      this.#steps.set(key, steps);
    }
    const step = steps.get(id);
    return step !== undefined && isMendable(step);
  }

  #places(): readonly Candidate[] {
    return [...grouped(this.#input.findings, (finding) => [placeOf(finding)]).values()].map((hopes) => ({ kind: 'place', hopes }));
  }

  #itemOf(candidate: Candidate, gains: readonly number[], proved: boolean): RoadmapItem {
    const { kind, station } = candidate;
    const first = this.#input.findings[gains[0]!]!;
    return {
      kind,
      ...(station === undefined ? {} : { station }),
      file: station?.file ?? first.file,
      line: station?.line ?? first.line,
      column: station?.column ?? first.column,
      certainty: kind === 'place' ? 'here' : proved ? 'checked' : 'hoped',
      added: this.#added.get(candidate) ?? 0,
      places: 1,
      ...this.#summed(gains),
    };
  }

  #ofOneRule(gains: readonly number[]): RoadmapItem {
    const { file, line, column } = this.#input.findings[gains[0]!]!;
    return {
      kind: gains.length === 1 ? 'place' : 'rule',
      file,
      line,
      column,
      certainty: 'here',
      added: 0,
      places: gains.length,
      ...this.#summed(gains),
    };
  }

  #summed(gains: readonly number[]): Pick<RoadmapItem, 'findings' | 'documents' | 'entries' | 'harm'> {
    const { findings, service } = this.#input;
    const entries = new Set(gains.flatMap((n) => this.#entries[n]!));
    const those = gains.map((n) => findings[n]!);
    return {
      findings: [...those].sort((a, b) => WEIGHTS[b.level] - WEIGHTS[a.level]),
      documents: [...new Set(those.map(({ artefact }) => artefact))],
      entries: [...entries].map((index) => service.artefacts[index]!.name),
      harm: gains.reduce((sum, n) => sum + this.#weights[n]!, 0),
    };
  }

  /** Entries from which customers come to where a finding begins. */
  #entriesOf({ file, artefact, journey }: Finding): readonly number[] {
    const [first] = journey;
    const index = this.#artefacts.get(JSON.stringify([first?.file ?? file, first?.artefact ?? artefact]));
    if (index === undefined) return [];
    const { start } = this.#input.service.artefacts[index]!;
    const step = first?.step ?? start;
    return step === undefined ? [] : this.#entriesTo.to(this.#trial.clusterOf(index), index, step);
  }
}

/**
 * What to mend first: findings are grouped by the one step or place whose change would mend them, and the groups are put in the order in which they mend most
 * (`inOrderOfGain`). That help at a step mends findings is not guessed: the part of the service is judged again with a person there.
 */
export const roadmapOf = (input: RoadmapInput): Roadmap => new Planning(input).plan();
