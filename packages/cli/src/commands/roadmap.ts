import { check, roadmapOf, UserError } from '@carelint/core';
import path from 'node:path';
import { resolveConfig } from '../config/resolve.js';
import { findFiles, near, nothingToRead } from '../find/meant.js';
import type { Output } from '../output.js';
import { withoutCommands } from '../report/ci-commands.js';
import { printableJson } from '../report/printable.js';
import { styleOf, widthFor } from '../report/style.js';
import { oneLine } from '../report/told.js';
import { analyse } from '../run/analyse.js';
import { progressOn } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { toldRoadmap } from '../roadmap/outline.js';
import { renderRoadmapJson, renderRoadmapMarkdown, renderRoadmapTerminal } from '../roadmap/render.js';
import { writeWhole } from '../write-whole.js';

/** The options of `carelint roadmap`, as commander hands them over. */
export interface RoadmapOptions {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly top: string;
  readonly output?: string;
  readonly config?: string;
  readonly pack: readonly string[];
  readonly date?: string;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** How many changes are tried by judging again. */
const TRIALS = 60;

const countOf = (top: string): number => {
  if (/^[1-9]\d{0,5}$/u.test(top)) return Number(top);
  throw new UserError(`\`--top ${top}\` is no number of items. Write one from 1 on: \`--top 20\`.`);
};

/** Tells what to mend first. Gives the exit code 0: what is found is not the question here. */
export const roadmapCommand = async (paths: readonly string[], options: RoadmapOptions, output: Output, cwd: string): Promise<number> => {
  const top = countOf(options.top);
  const config = resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date });
  const files = findFiles(cwd, paths, config);
  if (files.length === 0) throw nothingToRead(paths);
  const progress = progressOn(output, false);
  try {
    const selection = { only: [], skip: [] };
    const { report, service, rules } = await analyse({ cwd, config, selection, files, whole: false, keep: true, watch: stopwatch(), progress });
    const partwise = rules.filter(({ wholeService }) => !wholeService);
    const roadmap = roadmapOf({ service, findings: report.findings, judge: (part) => check(part, partwise), trials: TRIALS });
    progress.end();
    for (const { file, message } of report.problems.filter(({ severity }) => severity === 'problem'))
      output.err(`${withoutCommands(oneLine(`${file}: ${message}`))}\n`);
    const text = (): string => {
      if (options.format === 'json') return printableJson(renderRoadmapJson(roadmap));
      const told = toldRoadmap(roadmap, new Map(rules.map((rule) => [rule.id, rule])), top);
      if (options.format === 'markdown') return renderRoadmapMarkdown(told);
      const style = options.output === undefined ? styleOf(output, options.color) : styleOf({ env: {}, isTTY: false }, false);
      return renderRoadmapTerminal(told, widthFor(output.columns), style, options.verbose === true);
    };
    if (options.output === undefined) output.out(text());
    else writeWhole(path.resolve(cwd, options.output), text(), options.output);
    return 0;
  } finally {
    progress.end();
  }
};
