/** Writes the corpora of a run into folders. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connectFlow } from './connect-flow.mjs';
import { frontEndFile } from './front-end.mjs';
import { genesysFlow } from './genesys-flow.mjs';
import { longFlow } from './long-flow.mjs';
import { nativeFlow } from './native-flow.mjs';
import { randomFrom } from './random.mjs';

/** What was written: where, how many files, how many bytes. */
const described = (folder, files) => ({ folder, files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) });

const writeAll = (folder, count, ending, textOf) => {
  mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: count }, (_, index) => path.join(folder, `${String(index).padStart(5, '0')}.${ending}`));
  for (const [index, file] of files.entries()) writeFileSync(file, textOf(index, randomFrom(index + 1)));
  return described(folder, files);
};

/** So many native flows. */
export const nativeFlows = (folder, count) => writeAll(folder, count, 'yaml', nativeFlow);

/** So many flows of Amazon Connect. */
export const connectFlows = (folder, count) => writeAll(folder, count, 'json', connectFlow);

/** So many flows of Genesys Architect. */
export const genesysFlows = (folder, count) => writeAll(folder, count, 'yaml', genesysFlow);

/** One native flow of so many steps. */
export const longFlowIn = (folder, steps) => writeAll(folder, 1, 'yaml', (_, random) => longFlow(steps, random));

/** So many files of a front end. */
export const frontEnd = (folder, count) => writeAll(folder, count, 'tsx', frontEndFile);
