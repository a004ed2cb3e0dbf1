/** The module that scripts/generate.mjs writes to dist/validators/index.js. */
import type { ValidationError } from './explain/problem.js';

interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

export declare const flow: Validator;
export declare const script: Validator;
export declare const operations: Validator;
export declare const site: Validator;
export declare const rule: Validator;
export declare const pack: Validator;
export declare const define: Validator;
export declare const words: Validator;
export declare const config: Validator;
export declare const baseline: Validator;
export declare const history: Validator;
export declare const summary: Validator;
