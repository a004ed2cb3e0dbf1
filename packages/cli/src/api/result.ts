import { exitCode, UserError, type FailOn } from '@carelint/core';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import { FORMATS } from '../report/formats.js';
import { drawsFlows, renderAs } from '../report/present.js';
import type { Linted } from '../run/lint.js';
import { shownOf } from '../run/shown.js';
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
export const resultOf = (linted: Pick<Linted, 'analysis' | 'files'>, ran: Ran): LintResult => {
  const { cwd, failOn, keepsFlows } = ran;
  const { report } = linted.analysis;
  const shown = shownOf(linted, report, ran);
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
