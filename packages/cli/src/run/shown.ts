import type { Report } from '@carelint/core';
import type { ResolvedConfig } from '../config/resolve.js';
import { againIn } from '../find/read.js';
import type { Shown } from '../report/present.js';
import type { Linted } from './lint.js';

/** What a report is shown with. `whole`: all that the config means was judged, and its history is about the same. */
export const shownOf = (
  { analysis, files }: Pick<Linted, 'analysis' | 'files'>,
  report: Report,
  { config, cwd, whole }: { readonly config: ResolvedConfig; readonly cwd: string; readonly whole: boolean },
): Shown => {
  const { defaults, folder, today } = config;
  const again = againIn(files, cwd);
  return {
    report,
    rules: analysis.rules,
    hidden: analysis.hidden,
    textOf: (file) => again(file)?.text,
    levelOf: (id) => defaults.get(id),
    // Of a report that was remembered the flows are not at hand, and nobody asks for them.
    get service() {
      return analysis.service;
    },
    ...(whole ? { history: { folder, today } } : {}),
  };
};
