import type { Artefact, Problem, Source } from '@carelint/core/model';
import { Names } from './project/names.js';
import { CodeProject, type Open } from './project/project.js';
import { readSettings } from './settings/read-settings.js';
import type { Sign } from './signs.js';
import { readTelephony } from './telephony/read-telephony.js';

export type { Open } from './project/project.js';

/** A file of code, and what its text lets expect. */
export interface SignedSource extends Source {
  readonly signs: readonly Sign[];
}

/** What came of reading a project. */
export interface ProjectRead {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
  /** How many files were parsed. */
  readonly opened: number;
}

/**
 * Reads files of code that belong together. Nothing of them is run. `open` gives the text of any other file of the project by its path, written as
 * the paths of the sources are; it is asked for modules that are imported and for tsconfig.json. Never throws for bad input.
 */
export const readProject = (sources: readonly SignedSource[], open: Open): ProjectRead => {
  const project = new CodeProject(sources, open);
  const names = new Names(project);
  const signed = (...wanted: readonly Sign[]): readonly string[] =>
    sources.filter(({ signs }) => signs.some((sign) => wanted.includes(sign))).map(({ path }) => path);
  const telephony = signed('telephony');
  const settings = signed('settings');
  const lifted = [
    ...(telephony.length === 0 ? [] : [readTelephony(project, names, telephony, signed('routes'))]),
    ...(settings.length === 0 ? [] : [readSettings(project, names, settings)]),
  ];
  return {
    artefacts: lifted.flatMap(({ artefacts }) => artefacts),
    problems: lifted.flatMap(({ problems }) => problems),
    opened: project.opened,
  };
};
