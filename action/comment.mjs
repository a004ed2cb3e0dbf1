// The second step of the GitHub Action: keeps one comment on the pull request, written anew at each run. It is a courtesy: where it cannot be written,
// as with the token of a fork, the run goes on with a warning.
import { readFileSync } from 'node:fs';
import { annotate, input } from './runner.mjs';

const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_WORKFLOW = '', GITHUB_JOB = '' } = process.env;
const PER_PAGE = 100;
const MOST_PAGES = 30;

/** By this the comment is known again; each workflow, job and folder has its own. */
const marker = `<!-- carelint ${[GITHUB_WORKFLOW, GITHUB_JOB, input('working-directory')].map((part) => encodeURIComponent(part).replaceAll('-', '%2D')).join('/')} -->`;

const call = async (method, address, body) => {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${address}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${input('token')}`,
      'content-type': 'application/json',
      'user-agent': 'carelint',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} ${response.statusText}`.trim());
  return response.json();
};

/** The comment that an earlier run left. */
const earlier = async (number) => {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const comments = await call('GET', `issues/${number}/comments?per_page=${PER_PAGE}&page=${page}`);
    const found = comments.find(({ body }) => typeof body === 'string' && body.startsWith(marker));
    if (found !== undefined || comments.length < PER_PAGE) return found;
  }
  return undefined;
};

try {
  const { pull_request: pull } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
  const body = `${marker}\n${readFileSync(input('markdown'), 'utf8')}`;
  const before = await earlier(pull.number);
  if (before !== undefined) await call('PATCH', `issues/comments/${before.id}`, { body });
  // Whoever has nothing to mend is not written to.
  else if (Number(input('findings')) > 0) await call('POST', `issues/${pull.number}/comments`, { body });
} catch (error) {
  annotate(
    'warning',
    `The comment could not be written: ${error.message}. It needs the permission "pull-requests: write", which a pull request from a fork never has.`,
  );
}
