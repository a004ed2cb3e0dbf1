import { KINDS_FOR_DEVELOPERS as KINDS } from '@carelint/code/signs';
import type { TSESLint } from '@typescript-eslint/utils';
import { pathInProject } from './code/project-path.js';

/** A kind of file that is left alone unless the settings say otherwise. */
export type SkippedKind = keyof typeof KINDS;

/** All kinds: what is skipped where nothing is set. */
const SKIPPED_KINDS = Object.keys(KINDS) as readonly SkippedKind[];

const asked = (settings: Readonly<Record<string, unknown>>): readonly string[] => {
  const own = settings['carelint'];
  const skip = typeof own === 'object' && own !== null && 'skip' in own ? own.skip : undefined;
  return Array.isArray(skip) ? skip.filter((kind) => typeof kind === 'string') : SKIPPED_KINDS;
};

/** Whether the file is a test, a story, documentation or built code: nothing there reaches a customer. Judged by its path from the working folder. */
export const isSkipped = ({ cwd, filename, settings }: Pick<TSESLint.RuleContext<string, []>, 'cwd' | 'filename' | 'settings'>): boolean => {
  const path = pathInProject({ cwd, filename });
  const skip = asked(settings);
  return SKIPPED_KINDS.some((kind) => skip.includes(kind) && KINDS[kind].test(path));
};
