import { UserError } from '@carelint/core';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import { withoutCommands } from '../report/ci-commands.js';
import { printable } from '../report/printable.js';
import { counted } from '../report/summary.js';
import type { Analysis } from '../run/analyse.js';
import type { Linted } from '../run/lint.js';
import { mendFiles, type Mended } from './mend-files.js';
import { writeFixed } from './write-fixed.js';

/** What `carelint check` was asked to mend. */
export interface FixOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** A run whose findings are to be mended. */
export interface FixRequest extends Pick<Linted, 'analysis' | 'files' | 'narrow' | 'judge'> {
  readonly cwd: string;
  /** Files and folders as typed. */
  readonly paths: readonly string[];
  readonly config: ResolvedConfig;
  /** The config as it lies on the disk. */
  readonly resolve: () => ResolvedConfig;
}

/** What came of it. */
export interface Fixed {
  /** What is left to report. */
  readonly analysis: Analysis;
  /** The exit code, where it does not depend on what is left. */
  readonly code?: 0 | 1 | 2;
  /** Set where there is nothing to report. */
  readonly ends?: true;
}

const findings = (count: number): string => counted(count, 'finding');

const rootsOf = ({ paths, cwd }: FixRequest): readonly string[] => [cwd, ...paths.map((typed) => path.resolve(cwd, typed))];

const sayLeft = (left: readonly { readonly why: string }[], { err }: Output): void => {
  for (const { why } of left) err(`${withoutCommands(printable(why))}\n`);
};

/** Writes what was mended; what cannot be written is left, with the reason. */
const write = async (mended: Mended, request: FixRequest): Promise<{ readonly written: Mended['files']; readonly left: Mended['left'] }> => {
  const written: Mended['files'][number][] = [];
  const left = [...mended.left];
  for (const file of mended.files) {
    try {
      await writeFixed(file, rootsOf(request));
      written.push(file);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      left.push({ shown: file.shown, why: error.message, fault: true });
    }
  }
  return { written, left };
};

const sum = (files: Mended['files']): number => files.reduce((all, file) => all + file.findings, 0);

const showDiff = async (mended: Mended, output: Output): Promise<Fixed> => {
  const { diffOf } = await import('./diff.js');
  output.out(withoutCommands(diffOf(mended.files)));
  const would = `\`--fix\` would mend ${findings(sum(mended.files))} in ${counted(mended.files.length, 'file')}.`;
  output.err(`${mended.files.length === 0 ? '`--fix` would change nothing.' : would}\n`);
  sayLeft(mended.left, output);
  return { analysis: mended.analysis, ends: true, code: mended.left.some(({ fault }) => fault) ? 2 : mended.files.length > 0 ? 1 : 0 };
};

/** Mends what is certain and safe, and says what it did. Gives what is left to report. */
export const fix = async (request: FixRequest, { fixDryRun, staged }: FixOptions & { readonly staged?: boolean }, output: Output): Promise<Fixed> => {
  const { cwd, files, config, narrow, judge, resolve } = request;
  const waiversIn = config.waivers[0]?.path;
  const mended = await mendFiles(
    {
      cwd,
      files,
      config: waiversIn,
      mayChange: narrow?.has ?? (() => true),
      analyse: (these) => judge(these, config),
      analyseAnew: (these) => judge(these, resolve()),
    },
    request.analysis,
  );
  if (fixDryRun === true) return showDiff(mended, output);
  const { written, left } = await write(mended, request);
  const told = `Mended ${findings(sum(written))} in ${counted(written.length, 'file')}.`;
  output.err(`${written.length === 0 ? 'Nothing was mended.' : told}\n`);
  if (staged === true && written.length > 0)
    output.err(`Stage what was changed: git add ${written.map(({ shown }) => printable(shown)).join(' ')}\n`);
  sayLeft(left, output);
  const names = new Set(written.map(({ absolute }) => absolute));
  const isTrue = written.length === mended.files.length && !written.some(({ shown }) => shown === waiversIn);
  const analysis = isTrue
    ? mended.analysis
    : await judge(
        files.map(({ content, ...file }) => (content === undefined || names.has(file.absolute) ? file : { ...file, content })),
        resolve(),
      );
  return { analysis, ...(left.some(({ fault }) => fault) ? { code: 2 } : {}) };
};
