import type { Names } from '../project/names.js';
import type { CodeProject } from '../project/project.js';
import { modulesNamedIn } from '../project/required.js';
import type { Lifted } from '../lifted.js';
import { Instances } from './instances.js';
import { placedCalls } from './outbound.js';
import { routesOf } from './routes.js';

/** Files that answer calls, and those that say under which address they do: everything that imports one of them, directly or not. */
const reaching = (project: CodeProject, telephony: ReadonlySet<string>, routers: readonly string[]): readonly string[] => {
  const imports = new Map<string, readonly string[]>();
  for (const path of routers) {
    const file = project.file(path);
    if (file === undefined) continue;
    imports.set(
      path,
      modulesNamedIn(file).flatMap((from) => project.resolve(path, from) ?? []),
    );
  }
  const wanted = new Set(telephony);
  for (let grown = true; grown;) {
    grown = false;
    for (const [path, targets] of imports) {
      if (wanted.has(path) || !targets.some((target) => wanted.has(target))) continue;
      wanted.add(path);
      grown = true;
    }
  }
  return [...wanted];
};

/** Reads programs that answer calls. `paths`: the files with a sign of them; `routers`: those that may say under which path they hang. */
export const readTelephony = (project: CodeProject, names: Names, paths: readonly string[], routers: readonly string[]): Lifted => {
  const files = reaching(project, new Set(paths), routers).flatMap((path) => project.file(path) ?? []);
  const instances = new Instances(names, routesOf(names, files), placedCalls(names, files));
  return { artefacts: instances.artefacts(), problems: [] };
};
