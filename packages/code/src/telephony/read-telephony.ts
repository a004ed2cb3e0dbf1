import type { CodeProject } from '../project/project.js';
import type { Lifted } from '../lifted.js';

/** Reads programs that answer calls. `paths`: the files with a sign of them; `routers`: those that may say under which path they hang. */
export const readTelephony = (_project: CodeProject, _paths: readonly string[], _routers: readonly string[]): Lifted => ({
  artefacts: [],
  problems: [],
});
