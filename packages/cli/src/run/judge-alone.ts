import {
  check,
  link,
  locate,
  prepareLink,
  settle,
  type CompiledRule,
  type Coverage,
  type Finding,
  type ReportedProblem,
  type RuleDocument,
  type Unknown,
} from '@carelint/core';
import { find } from '../find/find.js';
import { sourceAgain } from '../find/read.js';
import { idOf } from '../config/resolve.js';
import type { OwnPolicies } from '../config/policies.js';
import { version } from '../version.js';
import { compileRules } from './compile-rules.js';
import { readFiles } from './read-files.js';
import { stopwatch } from './stopwatch.js';

/** What one rule says of one example. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly unknowns: readonly Unknown[];
  readonly problems: readonly ReportedProblem[];
  readonly coverage: Coverage;
}

/** The pack that a rule under test is put into, so that it is told from the built-in rule which it may become. */
const TESTED = 'tested';

/** Compiles one rule, alone, at its own level and with its own options. */
export const compileAlone = (
  document: RuleDocument,
  { rules, defines, words }: Pick<OwnPolicies, 'rules' | 'defines' | 'words'>,
): Promise<readonly CompiledRule[]> => {
  const tested = { ...document, pack: TESTED };
  const others = rules.filter(({ source }) => source.path !== document.source.path);
  const setting = { id: idOf(tested) ?? '', level: 'warning' as const, options: {}, applies: () => true };
  return compileRules({ rules: [...others, tested], defines, words }, [setting], {});
};

/** Judges one example, a file or a folder of files that belong together, by one rule. Paths are told from `folder`. */
export const judgeAlone = async (rules: readonly CompiledRule[], example: string, folder: string): Promise<Judgement> => {
  const files = find({ cwd: folder, paths: [example], ignore: { folder, patterns: [] }, notInside: [] });
  const { artefacts, problems, coverage } = await readFiles(files, folder, stopwatch());
  return settle(check(link(artefacts, await prepareLink(artefacts, rules, {})), rules), {
    version: version(),
    textOf: (shown) => sourceAgain(folder, shown),
    locate,
    problems,
    coverage: { ...coverage, rules: 1 },
    waivers: [],
    today: '',
    isDue: () => false,
  });
};
