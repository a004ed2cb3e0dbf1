/** Every schema, by the name of its file. */
import { baseline } from './baseline.js';
import { config } from './config.js';
import type { BuiltInRule } from './config.js';
import { define } from './define.js';
import { flow } from './flow.js';
import { history } from './history.js';
import { operations } from './operations.js';
import { pack } from './pack.js';
import { report } from './report.js';
import { rule } from './rule.js';
import { site } from './site.js';
import type { Schemas } from '../schema.js';
import { script } from './script.js';
import { summary } from './summary.js';
import { words } from './words.js';

export { DOCUMENT_KINDS, PUBLISHED_KINDS } from '../kinds.js';
export type { BuiltInRule } from './config.js';
export { types } from './types.js';

/** The schemas, with the table of built-in rules in that of the config. */
export const schemas = (rules: readonly BuiltInRule[]): Schemas => ({
  rule,
  pack,
  define,
  words,
  config: config(rules),
  baseline,
  history,
  summary,
  flow,
  script,
  operations,
  site,
  report,
});
