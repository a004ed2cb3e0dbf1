import type { SchemaProblem } from '@carelint/policy-schema';
import { locate, locateKey } from '../source/locate.js';
import { parseDocument } from '../source/parse-document.js';
import type { Place, Source } from '../source/source.js';

/** The place of a mistake that a schema found: the key, where the key is wrong, else its value. */
export const locateProblem = (source: Source, problem: SchemaProblem): Place => {
  const { syntax } = parseDocument(source);
  return problem.atKey ? locateKey(source, syntax, problem.route) : locate(source, syntax, problem.route);
};
