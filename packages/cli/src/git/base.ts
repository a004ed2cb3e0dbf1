import { UserError } from '@carelint/core';
import { lineOf } from './run-git.js';

/** The commit that changes are counted from. */
export interface Base {
  readonly commit: string;
  /** What it is the base of, as people say it: `origin/main`. */
  readonly since: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Where CI services name the branch that a pull request is to be merged into. */
const TARGET_BRANCHES = ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'CHANGE_TARGET', 'BITBUCKET_PR_DESTINATION_BRANCH'] as const;
const DEFAULT_BRANCHES = ['origin/main', 'origin/master', 'main', 'master'] as const;

const set = (env: Env, name: string): string | undefined => (env[name] === '' ? undefined : env[name]);

const commitOf = (cwd: string, ref: string): string | undefined =>
  ref.startsWith('-') ? undefined : lineOf(cwd, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`);

const isShallow = (cwd: string): boolean => lineOf(cwd, 'rev-parse', '--is-shallow-repository') === 'true';

const DEEPEN = 'Fetch all of it: `git fetch --unshallow`; in GitHub Actions `fetch-depth: 0` of actions/checkout, in GitLab `GIT_DEPTH: 0`.';

const unknownRef = (cwd: string, ref: string): UserError =>
  new UserError(
    `git knows no commit \`${ref}\` here. ${isShallow(cwd) ? `This clone is shallow. ${DEEPEN}` : `Check the name, or fetch it first: \`git fetch origin ${ref.replace(/^origin\//u, '')}\`.`}`,
  );

/** The branch of a pull request's base, as the service fetched it. */
const targetBranch = (cwd: string, branch: string): string => {
  const short = branch.replace(/^refs\/heads\//u, '');
  return [`origin/${short}`, short].find((ref) => commitOf(cwd, ref) !== undefined) ?? `origin/${short}`;
};

/** What a run is compared with when nobody says: in CI the base of the pull request, else the default branch. */
const unasked = (cwd: string, env: Env): string => {
  const target = TARGET_BRANCHES.map((name) => set(env, name)).find((branch) => branch !== undefined);
  if (target !== undefined) return targetBranch(cwd, target);
  const head = lineOf(cwd, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const found = [...(head === undefined ? [] : [head]), ...DEFAULT_BRANCHES].find((ref) => commitOf(cwd, ref) !== undefined);
  if (found !== undefined) return found;
  throw new UserError('git does not tell which branch is the default one. Say what to compare with: `--changed --since origin/main`.');
};

/** The commit where this branch left another, or the one that was asked for. */
export const baseOf = (cwd: string, asked: string | undefined, env: Env): Base => {
  if (commitOf(cwd, 'HEAD') === undefined) throw new UserError('There is no commit yet to compare with. Leave --changed and --since out.');
  const since = asked ?? unasked(cwd, env);
  const commit = commitOf(cwd, since);
  if (commit === undefined) throw unknownRef(cwd, since);
  const base = lineOf(cwd, 'merge-base', commit, 'HEAD');
  if (base !== undefined) return { commit: base, since };
  throw new UserError(
    isShallow(cwd)
      ? `This clone is shallow: where this branch left \`${since}\` is not in it. ${DEEPEN}`
      : `This branch and \`${since}\` have no commit in common. Name another with --since.`,
  );
};
