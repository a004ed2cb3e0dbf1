/** carelint for programs, told of in docs/api.md. What is exported here keeps its form until the next major version. */
export { UserError } from '@carelint/core';
export type {
  Certainty,
  Coverage,
  FailOn,
  Finding,
  Level,
  PackStanding,
  Place,
  Report,
  ReportedProblem,
  ReportException,
  Station,
  Summary,
  Unknown,
} from '@carelint/core';
export type { PlainRule as RuleInfo } from '../commands/catalogue.js';
export { FORMATS, type Format } from '../report/formats.js';
export { lint, lintText } from './lint.js';
export { explain, rules } from './look-up.js';
export type { ExplainOptions, LintOptions, LintResult, LintTextOptions, RenderOptions, RulesOptions, RunOptions, SourceText } from './types.js';
