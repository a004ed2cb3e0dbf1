import {
  Assessment,
  locate,
  settleAll,
  type Artefact,
  type CompiledRule,
  type HiddenFinding,
  type Report,
  type ReportException,
  type Rule,
  type Service,
  type Waiver,
} from '@carelint/core';
import { switchedOff, type ResolvedConfig } from '../config/resolve.js';
import { settingsFor, type Selection } from '../config/settings.js';
import { compileRules } from './compile-rules.js';
import type { Found } from '../find/find.js';
import { shownPath, sourceAgain } from '../find/read.js';
import { version } from '../version.js';
import { countKinds, eachRead, readFiles } from './read-files.js';
import type { Progress } from './progress.js';
import { stopwatch, type Stopwatch } from './stopwatch.js';

/** A run, decided on. */
export interface AnalyseRequest {
  readonly cwd: string;
  readonly config: ResolvedConfig;
  readonly selection: Selection;
  readonly files: readonly Found[];
  /** Whether everything that the config means is read, so that a waiver without a file is surely unused. */
  readonly whole: boolean;
  /** Whether the service is wanted as a whole afterwards. */
  readonly keep: boolean;
  readonly watch: Stopwatch;
  readonly progress: Progress;
}

/** A run, done. */
export interface Analysis {
  readonly report: Report;
  readonly service: Service;
  /** What ran, a rule once for each combination of overrides. */
  readonly rules: readonly Rule[];
  /** What exceptions keep out of the report. */
  readonly hidden: readonly HiddenFinding[];
}

/** A waiver that hides nothing is due to be removed, if its rule ran on a file that it means. */
const isDueIn = (rules: readonly Rule[], files: readonly string[], whole: boolean) => {
  const ran = new Set(rules.map(({ id }) => id));
  return ({ rule, matches }: Waiver): boolean => ran.has(rule) && (whole || files.some(matches));
};

/** Rules that the config makes needless by what it assumes. */
const assumedAway = (rules: readonly Rule[], { assume }: ResolvedConfig): readonly ReportException[] => {
  const because = typeof assume['because'] === 'string' ? { because: assume['because'] } : {};
  const ids = new Set(rules.filter(({ assumed }) => assumed !== undefined).map(({ id }) => id));
  return [...ids].map((rule) => ({ by: 'assumption', rule, ...because, hides: [] }));
};

/** The same rules, which say so when their turn comes. */
const heard = (rules: readonly CompiledRule[], progress: Progress): readonly CompiledRule[] =>
  rules.map((rule, index) => ({
    ...rule,
    judge: (view) => {
      progress.tick('Judging by rules', index + 1, rules.length);
      return rule.judge(view);
    },
  }));

/** The artefacts of files that are read a second time. */
const readAgain = async (files: readonly Found[], cwd: string, paths: ReadonlySet<string>): Promise<readonly Artefact[]> => {
  const wanted = files.filter(({ absolute }) => paths.has(shownPath(cwd, absolute)));
  return (await readFiles(wanted, cwd, stopwatch())).artefacts;
};

/** The stages in order: read, compile, link, check, settle. What linking has to load depends on what the rules ask for. */
export const analyse = async ({ cwd, config, selection, files, whole, keep, watch, progress }: AnalyseRequest): Promise<Analysis> => {
  const shown = files.map(({ absolute }) => shownPath(cwd, absolute));
  const settings = settingsFor(config, selection, shown);
  const assessment = new Assessment({
    assume: config.assume,
    keep,
    rules: async (artefacts) =>
      heard(await watch.timeAsync('compile', () => compileRules(config.policies, settings, config.assume, artefacts)), progress),
    again: (paths) => readAgain(files, cwd, paths),
    stage: (name, work) => watch.time(name, work),
  });
  const { problems, coverage, marked } = await eachRead(files, cwd, watch, progress, (artefacts, stays) => assessment.add(artefacts, stays));
  const { verdicts, rules, service } = await assessment.end();
  const ran = new Set(rules.map(({ id }) => id));
  const { report, hidden } = watch.time('settle', () =>
    settleAll(verdicts, {
      version: version(),
      textOf: (path) => sourceAgain(cwd, path),
      locate,
      problems,
      // Of many pages linking has made one site.
      coverage: { ...coverage, artefacts: countKinds(service.artefacts), rules: ran.size },
      waivers: config.waivers,
      today: config.today,
      packs: config.packs,
      isDue: isDueIn(rules, shown, whole),
      exceptions: [...switchedOff(config), ...assumedAway(rules, config)],
      directives: { files: marked, artefacts: service.artefacts, known: [...config.defaults.keys()], ran: (id) => ran.has(id) },
    }),
  );
  return { report, service, rules, hidden };
};
