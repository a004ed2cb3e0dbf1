import {
  locate,
  settleAll,
  type BaselineEntry,
  type BaselineInput,
  type CompiledRule,
  type FileState,
  type HiddenFinding,
  type Judged,
  type NarrowInput,
  type Report,
  type ReportException,
  type Rule,
  type Service,
  type SettleInput,
  type Waiver,
} from '@carelint/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { switchedOff, type ResolvedConfig } from '../config/resolve.js';
import { againIn, shownPath } from '../find/read.js';
import { version } from '../version.js';
import { assess, type AssessedFiles, type AssessRequest, type Sharing } from './assess.js';
import { countKinds } from './read-files.js';

/** A baseline as a run is asked to use it. */
export interface AskedBaseline extends Pick<BaselineInput, 'file' | 'entries' | 'takesNew'> {
  /** Whether a file lies in what is to be read, be it there or not. */
  readonly isMeant: (file: string) => boolean;
}

/** A run, decided on. */
export interface AnalyseRequest extends AssessRequest {
  /** Whether everything that the config means is read, so that a waiver without a file is surely unused. */
  readonly whole: boolean;
  /** Whether other runs judge other files, so that an exception which hides nothing here may hide something there. */
  readonly oneOfMany?: boolean;
  /** Whether everything that belongs to the service is among the files, so that an exception that hides nothing is surely needless. Left out: no. */
  readonly covers?: boolean;
  /** Findings that are known, if any are. */
  readonly baseline?: AskedBaseline;
  /** What the report is narrowed to; left out: all is told. */
  readonly narrow?: NarrowInput;
}

/** A run, done. */
export interface Analysis {
  readonly report: Report;
  /** As whole as the request asked for. */
  readonly service: Service;
  /** What ran, a rule once for each combination of overrides. */
  readonly rules: readonly CompiledRule[];
  /** What exceptions keep out of the report. */
  readonly hidden: readonly HiddenFinding[];
  /** The entries of the baseline that are still needed. */
  readonly baseline?: readonly BaselineEntry[];
  /** The answers to all questions, of which the score is made. Absent where the report was kept from an earlier run. */
  readonly judged?: Judged;
  /** How many files were not read, since they are as an earlier run saw them. Absent where there is no cache. */
  readonly remembered?: number;
}

/** A waiver that hides nothing is due to be removed, if its rule ran on a file that it means. */
const isDueIn = (rules: readonly Rule[], files: readonly string[], whole: boolean) => {
  const ran = new Set(rules.map(({ id }) => id));
  return ({ rule, matches }: Waiver): boolean => ran.has(rule) && (whole || files.some(matches));
};

/** What a baseline has to know of the run: which files were read whole, and which rules ran. */
const baselineInput = (
  { cwd, config, baseline }: AnalyseRequest,
  shown: readonly string[],
  unread: readonly string[],
  ran: ReadonlySet<string>,
): { readonly baseline?: BaselineInput } => {
  if (baseline === undefined) return {};
  const { isMeant, ...asked } = baseline;
  const read = new Set(shown);
  for (const file of unread) read.delete(file);
  const states = new Map<string, FileState>();
  const look = (file: string): FileState => {
    if (read.has(file)) return 'read';
    return isMeant(file) && !existsSync(path.resolve(cwd, file)) ? 'gone' : 'not-looked-at';
  };
  return {
    baseline: {
      ...asked,
      today: config.today,
      ruleState: (rule) => (ran.has(rule) ? 'ran' : config.defaults.has(rule) ? 'left-out' : 'no-rule'),
      stateOf: (file) => {
        const state = states.get(file) ?? look(file);
        states.set(file, state);
        return state;
      },
    },
  };
};

/** Rules that the config makes needless by what it assumes. */
const assumedAway = (rules: readonly Rule[], { assume }: ResolvedConfig): readonly ReportException[] => {
  const because = typeof assume['because'] === 'string' ? { because: assume['because'] } : {};
  const ids = new Set(rules.filter(({ assumed }) => assumed !== undefined).map(({ id }) => id));
  return [...ids].map((rule) => ({ by: 'assumption', rule, ...because, hides: [] }));
};

/**
 * The stages in order: read, compile, link, check (`assess`), settle. What linking has to load depends on what the rules ask for. `sharing`: what is
 * known of the files from other threads, machines or runs.
 */
export const analyse = async (request: AnalyseRequest, sharing: Sharing = {}): Promise<Analysis> => settled(request, await assess(request, sharing));

/** How places are found. */
export type Settling = Pick<SettleInput, 'textOf' | 'locate'>;

/** The last stage: what was judged becomes a report. */
export const settled = (
  request: AnalyseRequest,
  { read, assessed }: Pick<AssessedFiles, 'read' | 'assessed'>,
  settling: Settling = { textOf: againIn(request.files, request.cwd), locate },
): Analysis => {
  const { cwd, config, files, whole, watch } = request;
  const shown = files.map(({ absolute }) => shownPath(cwd, absolute));
  const { problems, coverage, marked, unread } = read;
  const { verdicts, questions, rules, service } = assessed;
  const ran = new Set(rules.map(({ id }) => id));
  const { report, hidden, baseline, judged } = watch.time('settle', () =>
    settleAll(verdicts, {
      version: version(),
      questions,
      ...settling,
      problems,
      // Of many pages linking has made one site.
      coverage: { ...coverage, artefacts: countKinds(service.artefacts), rules: ran.size },
      waivers: config.waivers,
      today: config.today,
      packs: config.packs,
      isDue: request.oneOfMany === true ? () => false : isDueIn(rules, shown, whole),
      whole: request.covers === true && unread.length === 0,
      exceptions: [...switchedOff(config), ...assumedAway(rules, config)],
      ...baselineInput(request, shown, unread, ran),
      ...(request.narrow === undefined ? {} : { narrow: request.narrow }),
      directives: { files: marked, artefacts: service.artefacts, known: [...config.defaults.keys()], ran: (id) => ran.has(id) },
    }),
  );
  return { report, service, rules, hidden, ...(baseline === undefined ? {} : { baseline }), ...(judged === undefined ? {} : { judged }) };
};
