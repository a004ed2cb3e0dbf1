/** The module that scripts/validators.mjs writes to dist/validators.js. */
import type { ValidationError } from './explain/problem.js';
import type { DocumentKind } from './kinds.js';

interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

export declare const flow: Validator;
export declare const rule: Validator;
export declare const pack: Validator;
export declare const define: Validator;
export declare const words: Validator;
export declare const config: Validator;
/** The schemas as they are published, as JSON. */
export declare const schemaTexts: Readonly<Record<DocumentKind, string>>;
