import type { TSESLint } from '@typescript-eslint/utils';
import { pathInProject } from './code/project-path.js';

/** Files of a kind that customers never meet; the names are those of `settings.carelint.skip`. */
const KINDS = {
  tests:
    /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright|fixtures?|mocks?|testing)\/|[.\-_](?:test|tests|spec|specs|cy|e2e|mock|mocks|fixture|fixtures)\.[cm]?[jt]sx?$/iu,
  stories: /(?:^|\/)(?:stories|\.storybook|storybook|__stories__)\/|\.(?:stories|story)\.[cm]?[jt]sx?$/iu,
  docs: /(?:^|\/)(?:docs?|documentation|examples?|samples?|demos?|playgrounds?|showcase)\//iu,
  built: /(?:^|\/)(?:dist|build|out|vendor|node_modules|\.next|\.nuxt|coverage|storybook-static)\/|\.min\.[cm]?js$|[.-]bundle\.[cm]?js$/iu,
} as const;

/** A kind of file that is left alone unless the settings say otherwise. */
export type SkippedKind = keyof typeof KINDS;

/** All kinds: what is skipped where nothing is set. */
export const SKIPPED_KINDS = Object.keys(KINDS) as readonly SkippedKind[];

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
