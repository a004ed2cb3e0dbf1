import { createRequire } from 'node:module';
import type * as engineModule from './engine.js';

/** All that reads and judges flows. */
export type Engine = typeof engineModule;

let engine: Engine | undefined;

/**
 * Reading and judging flows takes far more code than rules for code do, and most projects have no flows: it lies in a file of its own, which is loaded
 * when the first flow is met or the first of its rules is looked at. That has to be without waiting, as ESLint knows it; hence CommonJS.
 */
export const loadEngine = (): Engine => (engine ??= createRequire(import.meta.url)('./engine.cjs') as Engine);

/** Takes the engine from elsewhere: for those who run the sources, beside which no bundle lies. */
export const useEngine = (given: Engine): void => {
  engine = given;
};
