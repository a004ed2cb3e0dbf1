import { exitCode, UserError, type CompiledRule, type FailOn, type Report } from '@carelint/core';
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { openFor } from '../baseline/in-run.js';
import type { CheckOptions } from '../commands/check.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { shownPath } from '../find/read.js';
import type { Output } from '../output.js';
import { jsonWithoutCommands } from '../report/ci-commands.js';
import { printableJson } from '../report/printable.js';
import { analyse, type AskedBaseline } from '../run/analyse.js';
import { NO_PROGRESS } from '../run/progress.js';
import type { Stopwatch } from '../run/stopwatch.js';
import { version } from '../version.js';
import { filesOf, mayRead } from './files-of.js';
import { readLine, type Asked } from './read-line.js';
import { rulesForEach } from './rules-for.js';
import { splitLines, type Line } from './split-lines.js';

/** What every line is judged by: worked out once. */
interface Setting {
  readonly cwd: string;
  readonly config: ResolvedConfig;
  readonly roots: readonly string[];
  readonly rulesFor: (files: readonly string[]) => Promise<readonly CompiledRule[]>;
  readonly baseline?: AskedBaseline;
  readonly watch: Stopwatch;
}

/** What is answered to a line. */
type Answer =
  | { readonly is: 'report'; readonly report: Report }
  /** The line is broken. */
  | { readonly is: 'mistake'; readonly message: string }
  /** We are. */
  | { readonly is: 'bug'; readonly message: string; readonly stack: string };

/** Options that mean nothing where every line is answered by a line. */
const REFUSED = ['output', 'updateBaseline', 'prune', 'failOnStale', 'minScore', 'changed', 'since', 'staged', 'dump', 'verbose', 'quiet'] as const;

const refuseOthers = (options: CheckOptions): void => {
  const given = options as unknown as Readonly<Record<string, unknown>>;
  const other = REFUSED.find((name) => given[name] !== undefined) ?? (options.format.some((format) => format !== 'json') ? 'format' : undefined);
  if (other === undefined) return;
  const typed = `--${other.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UserError(`\`--stdin-lines\` answers every line with one line of JSON: \`${typed}\` means nothing there. Leave one of them out.`);
};

/** The folders that lines may name files of, as typed and as they really lie. */
const rootsOf = (paths: readonly string[], cwd: string): readonly string[] =>
  (paths.length === 0 ? ['.'] : paths).flatMap((typed) => {
    const absolute = path.resolve(cwd, typed);
    if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new UserError(
        `There is no folder \`${typed}\`. What is to be judged comes on the lines; arguments are folders that lines may name files of.`,
      );
    return [absolute, realpathSync(absolute)];
  });

const judged = async (asked: Asked, { cwd, config, roots, rulesFor, baseline, watch }: Setting): Promise<Answer> => {
  const found = filesOf(asked.files, roots, cwd);
  if (!found.ok) return { is: 'mistake', message: found.message };
  const { files } = found;
  const rules = await rulesFor(files.map(({ absolute }) => shownPath(cwd, absolute)));
  const { report } = await analyse({
    ...{ cwd, config, files, rules, watch },
    selection: { only: [], skip: [] },
    whole: false,
    oneOfMany: true,
    mayImport: (absolute) => files.some((file) => file.absolute === absolute) || mayRead(absolute, roots),
    keep: true,
    ...(baseline === undefined ? {} : { baseline }),
    progress: NO_PROGRESS,
  });
  return { is: 'report', report };
};

/** Judges what a line asks for. A bug that one line brings to light must not keep the others from being answered. */
const answered = async (asked: Asked, setting: Setting): Promise<Answer> => {
  try {
    return await judged(asked, setting);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { is: 'bug', message: `carelint has a bug: ${error instanceof Error ? error.message : String(error)}`, stack };
  }
};

const said = (number: number, { id, path: file }: Partial<Asked>, answer: Answer): string => {
  const about = { line: number, ...(id === undefined ? {} : { id }), ...(file === undefined ? {} : { path: file }) };
  const what = answer.is === 'report' ? { report: answer.report } : { error: answer.message };
  return `${jsonWithoutCommands(printableJson(JSON.stringify({ ...about, ...what })))}\n`;
};

/** How many lines there were of each kind. */
interface Tally {
  lines: number;
  failing: number;
  broken: number;
  bugs: number;
}

const note = (tally: Tally, answer: Answer, failOn: FailOn, err: (text: string) => void): void => {
  tally.lines++;
  if (answer.is === 'mistake') tally.broken++;
  else if (answer.is === 'report') tally.failing += exitCode(answer.report, failOn);
  else {
    tally.bugs++;
    if (tally.bugs === 1)
      err(
        `carelint ${version()} (Node ${process.versions.node}) has a bug. Please report it with these lines and, if you may share it, line ${String(tally.lines)}:\n${answer.stack}\n`,
      );
  }
};

/** The worst that was met. Whoever drives many such runs may ask that what stands on lines never fails them. */
const codeOf = ({ failing, broken, bugs }: Tally, failOn: FailOn): number => {
  if (bugs > 0) return 3;
  if (failOn === 'never') return 0;
  return broken > 0 ? 2 : failing > 0 ? 1 : 0;
};

/** Judges the lines that come in, and answers each with a line, in the same order, one after the other. Nothing of a line is kept. */
export const checkLines = async (
  paths: readonly string[],
  options: CheckOptions,
  { output, cwd, config, watch }: { readonly output: Output; readonly cwd: string; readonly config: ResolvedConfig; readonly watch: Stopwatch },
): Promise<{ readonly code: number; readonly counts: Readonly<Record<string, number>> }> => {
  refuseOthers(options);
  const open = openFor(options, config, [], cwd);
  const setting: Setting = {
    ...{ cwd, config, watch },
    roots: rootsOf(paths, cwd),
    rulesFor: rulesForEach(config, { only: options.only, skip: options.skip }),
    // What is not on this line may be on another.
    ...(open === undefined ? {} : { baseline: { ...open.asked, isMeant: () => false } }),
  };
  const failOn = options.failOn ?? config.failOn;
  const tally: Tally = { lines: 0, failing: 0, broken: 0, bugs: 0 };
  // What is wrong with the policies is told at once, and not once a line.
  await setting.rulesFor([]);
  for await (const line of splitLines(output.input?.() ?? nothing())) {
    const { asked, answer } = await answerTo(line, setting);
    note(tally, answer, failOn, output.err);
    output.out(said(tally.lines, asked, answer));
    if ((await output.taken?.()) === false) break;
  }
  const { lines, broken } = tally;
  return { code: codeOf(tally, failOn), counts: { lines, broken } };
};

const answerTo = async (line: Line, setting: Setting): Promise<{ readonly asked: Partial<Asked>; readonly answer: Answer }> => {
  const read = readLine(line);
  if (read.ok) return { asked: read.asked, answer: await answered(read.asked, setting) };
  const { message, id } = read;
  return { asked: id === undefined ? {} : { id }, answer: { is: 'mistake', message } };
};

/** No line. */
async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  // Nobody puts anything in.
}
