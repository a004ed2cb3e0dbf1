import { exitCode, UserError, type FailOn } from '@carelint/core';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Found } from '../find/find.js';
import { againIn } from '../find/read.js';
import type { Output } from '../output.js';
import { FORMATS } from '../report/formats.js';
import { drawsFlows, renderAs, type Shown } from '../report/present.js';
import type { Analysis } from '../run/analyse.js';
import { checkOptions } from './options.js';
import type { LintResult } from './types.js';

/** What a result has to know of its run. */
interface Ran {
  readonly cwd: string;
  readonly config: ResolvedConfig;
  readonly failOn: FailOn;
  readonly keepsFlows: boolean;
  /** Whether all that the config means was judged, so that its history is about the same. */
  readonly whole: boolean;
  readonly files: readonly Found[];
}

const OF_RENDER = { format: FORMATS, color: 'yes or no', width: 'number', verbose: 'yes or no', atLeast: ['error', 'warning', 'advice'] } as const;

/** Nobody looks while a text is made for a program. */
const nobody = (width: number | undefined): Output => ({
  out: () => undefined,
  err: () => undefined,
  env: {},
  isTTY: false,
  ...(width === undefined ? {} : { columns: width }),
});

/** What programs are given of a run. */
export const resultOf = (analysis: Analysis, { cwd, config, failOn, keepsFlows, whole, files }: Ran): LintResult => {
  const { report, rules, hidden } = analysis;
  const { defaults, folder, today } = config;
  const again = againIn(files, cwd);
  const shown: Shown = {
    report,
    rules,
    hidden,
    // Of a run that a cache remembers it is not at hand, and nobody asks for it.
    get service() {
      return analysis.service;
    },
    textOf: (file) => again(file)?.text,
    levelOf: (id) => defaults.get(id),
    ...(whole ? { history: { folder, today } } : {}),
  };
  return {
    report,
    exitCode: exitCode(report, failOn),
    render: async (format, options = {}) => {
      checkOptions('render', { ...options, format }, OF_RENDER);
      if (drawsFlows([{ format }]) && !keepsFlows)
        throw new UserError(`\`${format}\` draws the flows, and they were let go. Run \`lint\` with \`keepFlows: true\`.`);
      const { color = false, width, verbose = false, atLeast } = options;
      return renderAs(
        format,
        shown,
        { cwd, failOn, color, verbose, suggest: verbose, ...(atLeast === undefined ? {} : { atLeast }) },
        nobody(width),
        false,
      );
    },
  };
};
