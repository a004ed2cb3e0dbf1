import type { FailOn, Level, Report, Rule, HiddenFinding, Service } from '@carelint/core';
import path from 'node:path';
import type { HistoryOf } from '../history/days.js';
import type { Output } from '../output.js';
import { writeWhole } from '../write-whole.js';
import type { Format, Wanted } from './formats.js';
import { repositoryPaths } from './repository.js';

/** What there is to show. */
export interface Shown {
  readonly report: Report;
  readonly rules: readonly Rule[];
  /** The flows; whole where a format draws them. */
  readonly service: Service;
  readonly hidden: readonly HiddenFinding[];
  /** The text of a file as it was judged; left out: what would mend a finding is told without the lines. */
  readonly textOf?: (file: string) => string | undefined;
  /** Level that a rule has of itself. */
  readonly levelOf: (id: string) => Level | undefined;
  /** Where the history lies, where all that it is about was read. */
  readonly history?: HistoryOf;
}

/** How it is to be shown. */
export interface ShowOptions {
  readonly cwd: string;
  readonly color?: boolean;
  readonly verbose: boolean;
  /** Shows what would mend a finding. */
  readonly suggest: boolean;
  /** From which level on the run fails. */
  readonly failOn: FailOn;
  /** Shows nothing below this level (`--quiet`). */
  readonly atLeast?: Level;
}

type Render = (shown: Shown, options: ShowOptions, output: Output, toFile: boolean) => Promise<string> | string;

const sarif =
  (results: 'all' | 'alerts'): Render =>
  async ({ report, rules, hidden, levelOf }, { cwd }) => {
    const [{ renderSarif }, { listedRules }] = await Promise.all([import('./sarif.js'), import('./sarif-rules.js')]);
    return renderSarif({ report, rules: listedRules(rules, levelOf), hidden, paths: repositoryPaths(cwd), results });
  };

/** One function a format, loaded when it is asked for. */
const RENDERERS: Readonly<Record<Format, Render>> = {
  terminal: async ({ report, textOf = () => undefined }, { color, verbose, suggest, atLeast }, { env, isTTY, columns }, toFile) => {
    const [{ renderTerminal }, { hasColor, styleFor, widthFor }] = await Promise.all([import('./terminal.js'), import('./style.js')]);
    const mends = suggest ? await import('./mend-lines.js') : undefined;
    const colored = !toFile && hasColor({ flag: color, env, isTTY });
    return renderTerminal(report, {
      width: widthFor(toFile ? undefined : columns),
      style: styleFor(colored),
      verbose,
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(mends === undefined ? {} : { mends: (finding) => mends.mendsOf(finding, textOf) }),
    });
  },
  json: async ({ report }) => (await import('./json.js')).renderJson(report),
  github: async ({ report }, { cwd, atLeast }) =>
    (await import('./github.js')).renderGithub(report, { paths: repositoryPaths(cwd), ...(atLeast === undefined ? {} : { atLeast }) }),
  sarif: sarif('all'),
  'code-scanning': sarif('alerts'),
  html: async ({ report, rules, service, hidden, textOf, history }, { cwd }) => {
    const [{ renderHtml }, { daysUntil }] = await Promise.all([import('./html/html.js'), import('../history/days.js')]);
    return renderHtml({
      report,
      rules,
      service,
      ...(textOf === undefined ? {} : { textOf }),
      days: daysUntil(report, report.findings.length + hidden.length, history, cwd),
    });
  },
  gitlab: async ({ report }, { cwd }) => (await import('./gitlab.js')).renderGitlab(report, repositoryPaths(cwd)),
  junit: async ({ report }, { cwd, failOn }) => (await import('./junit.js')).renderJunit(report, { paths: repositoryPaths(cwd), failOn }),
  checkstyle: async ({ report }, { cwd }) => (await import('./checkstyle.js')).renderCheckstyle(report, repositoryPaths(cwd)),
  markdown: async ({ report }, { cwd }) => (await import('./markdown.js')).renderMarkdown(report, repositoryPaths(cwd)),
  compact: async ({ report }, { atLeast }) => (await import('./compact.js')).renderCompact(report, atLeast),
};

/** Formats that need the whole service, not only what was found in it. */
export const drawsFlows = (targets: readonly Wanted[]): boolean => targets.some(({ format }) => format === 'html');

/** A report in one format. `toFile`: nobody looks at it while it is written. */
export const renderAs = async (format: Format, shown: Shown, options: ShowOptions, output: Output, toFile: boolean): Promise<string> =>
  RENDERERS[format](shown, options, output, toFile);

/** Shows a report in every form that is wanted: files first, so that what goes to the screen is true of them. */
export const present = async (shown: Shown, targets: readonly Wanted[], options: ShowOptions, output: Output): Promise<void> => {
  const texts = await Promise.all(
    targets.map(async (target) => ({ ...target, text: await renderAs(target.format, shown, options, output, target.file !== undefined) })),
  );
  for (const { file, text } of texts) if (file !== undefined) writeWhole(path.resolve(options.cwd, file), text);
  for (const { file, text } of texts) if (file === undefined) output.out(text);
};
