import type { FailOn, Level, Report } from '@carelint/core';
import type { Format } from '../report/formats.js';

/** From which level on a run fails. */
export const FAIL_ON = ['error', 'warning', 'advice', 'never'] as const satisfies readonly FailOn[];

/** A text that lies in no file, or not yet. */
export interface SourceText {
  /** The file that it stands for, from `cwd`. Readers, overrides and the config go by its name; it need not be there. */
  readonly path: string;
  readonly text: string;
}

/** What a run is to be like. */
export interface RunOptions {
  /** Folder in which relative paths begin. Left out: that of the process. */
  readonly cwd?: string | undefined;
  /** The config, or `none`. Left out: the nearest `carelint.yaml` upwards from what is judged. */
  readonly config?: string | undefined;
  /** Packs of rules, such as `recommended`. Left out: those that the config names. */
  readonly packs?: readonly string[] | undefined;
  /** Run these rules only; ids or globs. */
  readonly only?: readonly string[] | undefined;
  /** Leave these rules out; ids or globs. */
  readonly skip?: readonly string[] | undefined;
  /** From which level on `exitCode` is 1. Left out: what the config says, else `error`. */
  readonly failOn?: FailOn | undefined;
  /** Judge as on that day (laws, waivers), such as `2027-01-31`. Left out: today. */
  readonly date?: string | undefined;
  /** Keep the flows, so that `render('html')` can draw them. Costs memory: all of them at once. */
  readonly keepFlows?: boolean | undefined;
}

/** Options of `lint`. */
export interface LintOptions extends RunOptions {
  /** Files, folders or globs. Left out: what the config names, else the folder. */
  readonly paths?: readonly string[] | undefined;
  /** Texts that are judged beside `paths`, and instead of what the disk holds of them. Without `paths` they are judged alone. */
  readonly sources?: readonly SourceText[] | undefined;
  /** Findings that are known and not told again, or `none`. Left out: what the config names, else `carelint-baseline.json` beside it. */
  readonly baseline?: string | undefined;
  /** A folder in which what is found out is kept, so that the next run reads only what has changed since. Left out: nothing is kept, whatever the config says. */
  readonly cache?: string | undefined;
  /** Tell only what touches files that have changed since the default branch was left. */
  readonly changed?: boolean | undefined;
  /** The same, since this branch or commit was left. */
  readonly since?: string | undefined;
  /** Tell only what touches staged files, and read them as they are staged. */
  readonly staged?: boolean | undefined;
}

/** Options of `lintText`. */
export interface LintTextOptions extends RunOptions {
  /** The file that the text stands for, from `cwd`. Readers, overrides and the config go by its name; it need not be there. */
  readonly path: string;
}

/** Options of `LintResult.render`. */
export interface RenderOptions {
  /** Write `terminal` in colours. Left out: no. */
  readonly color?: boolean | undefined;
  /** Columns for `terminal`, from 80 to 120. Left out: 80. */
  readonly width?: number | undefined;
  /** Show whole journeys and all reasons for open questions in `terminal`. Left out: no. */
  readonly verbose?: boolean | undefined;
  /** Show no finding below this level, in `terminal`, `github` and `compact`. */
  readonly atLeast?: Level | undefined;
}

/** What came of a run. */
export interface LintResult {
  /** The report: plain data, the same that `--format json` writes. Its form is `report.schema.json`. */
  readonly report: Report;
  /** What the command would exit with: 0, or 1 where a finding is at or above the failing level, or something could not be read. */
  readonly exitCode: 0 | 1;
  /** The report as text, in one of the formats of `carelint check`. `html` needs `keepFlows`. */
  readonly render: (format: Format, options?: RenderOptions) => Promise<string>;
}

/** What rules are looked up with. */
export interface LookUpOptions {
  /** Folder in which relative paths begin, and from which a config is looked for. Left out: that of the process. */
  readonly cwd?: string | undefined;
  /** The config, or `none`. */
  readonly config?: string | undefined;
  /** Tell how laws stand on that day, such as `2027-01-31`. Left out: today. */
  readonly date?: string | undefined;
}

/** Options of `rules`. */
export interface RulesOptions extends LookUpOptions {
  /** Packs of rules. Left out: those that the config names. */
  readonly packs?: readonly string[] | undefined;
}

/** Options of `explain`. */
export interface ExplainOptions extends LookUpOptions {
  /** Columns, from 80 to 120. Left out: 80. */
  readonly width?: number | undefined;
}
