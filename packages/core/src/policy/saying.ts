import { nearest } from '@carelint/policy-schema';
import type { Route } from '../source/source.js';
import type { Environment, Saying } from './environment.js';

/** Compiles the value of `says`: the name of a phrase set, or a regular expression between slashes. */
export const compileSaying = (env: Environment, raw: unknown, route: Route): Saying => {
  if (typeof raw !== 'string') return env.fault(route, '`says` is the name of a phrase set, or a regular expression between slashes.');
  if (raw.length > 1 && raw.startsWith('/') && raw.endsWith('/')) {
    try {
      return { pattern: env.words.compilePattern(raw.slice(1, -1)), written: raw };
    } catch (error) {
      return env.fault(route, `This regular expression cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (!env.words.has(raw)) {
    const close = nearest(raw, env.words.sets);
    return env.fault(
      route,
      `There is no phrase set \`${raw}\`.${close === undefined ? ` Known: ${env.words.sets.join(', ')}.` : ` Did you mean \`${close}\`?`}`,
    );
  }
  return { set: raw };
};
