import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { mistakesInAction } from './github-schema.js';
import { HOME, textOf } from './house.js';

// No runner is here, so that its part is played: each step gets the shell, the environment and the files that GitHub documents for composite actions.

interface Step {
  readonly id: string;
  readonly if?: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly (Step | { readonly uses: string; readonly if: string; readonly with: Readonly<Record<string, string>> })[];
  };
}
const text = textOf('action.yml');
const action = parse(text) as Action;
/** Its scripts, and the actions that it uses. */
const scripts = action.runs.steps.filter((one) => 'run' in one);
const uses = action.runs.steps.filter((one) => 'uses' in one);
const step = (id: string): Step => scripts.find((one) => one.id === id)!;

const temporary = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carelint action '));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

/** A repository that has the built command installed, with an example in it. */
const workspace = ({ installs = true, example = 'forgotten-password' } = {}): string => {
  const folder = temporary();
  cpSync(path.join(HOME, 'examples', example), path.join(folder, 'flows'), { recursive: true });
  if (installs) {
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(path.join(HOME, 'packages/cli'), path.join(folder, 'node_modules/carelint'), 'junction');
  }
  return folder;
};

interface Ran {
  readonly status: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** What an expression stands for; those of the action are names of inputs and of outputs of steps. */
const filled = (written: string, inputs: Readonly<Record<string, string>>, outputs: Readonly<Record<string, string>>): string =>
  written.replace(/\$\{\{ (.*?) \}\}/gu, (_all, name: string) => {
    if (name === 'github.token') return 'a-token';
    const [, input] = /^inputs\.([\w-]+)$/u.exec(name) ?? [];
    const [, output] = /^steps\.check\.outputs\.([\w-]+)$/u.exec(name) ?? [];
    if (input === undefined && output === undefined) throw new Error(`What is ${name}?`);
    return input === undefined ? (outputs[output!] ?? '') : filled(inputs[input] ?? action.inputs[input]!.default, inputs, outputs);
  });

interface Surroundings {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a step as a runner does: the script in a file, `bash` as for `shell: bash`, and nothing of this process's environment but where programs are. */
const runStep = async ({ run, env }: Step, cwd: string, { inputs = {}, outputs = {}, env: further = {} }: Surroundings = {}): Promise<Ran> => {
  const temp = temporary();
  const [script, output, summary] = ['step.sh', 'output', 'summary'].map((name) => path.join(temp, name)) as [string, string, string];
  writeFileSync(script, run);
  for (const file of [output, summary]) writeFileSync(file, '');
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: HOME,
      GITHUB_WORKSPACE: cwd,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(env).map(([name, written]) => [name, filled(written, inputs, outputs)])),
      ...further,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (log += piece.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const told = readFileSync(output, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return {
    status,
    log,
    outputs: Object.fromEntries(told.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])),
    summary: readFileSync(summary, 'utf8'),
  };
};
const check = (cwd: string, inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  runStep(step('check'), cwd, { inputs, env });

describe('action.yml', () => {
  it('is an action by the schema of GitHub', async () => {
    expect(await mistakesInAction(text)).toEqual([]);
    expect(await mistakesInAction(text.replace('shell: bash', ''))).not.toEqual([]);
  });

  it('puts no expression into a script, where text would become commands', () => {
    for (const { run } of scripts) expect(run).not.toContain('${{');
  });

  it('hands on every input, and gives every output that it names', async () => {
    const used = scripts.flatMap((one) => [...Object.values(one.env), one.if ?? '']).join(' ');
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name}`);
    const { outputs } = await check(workspace());
    expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(outputs).sort());
    for (const [name, { value }] of Object.entries(action.outputs)) expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
  });

  it('uses other actions by their commits', () => {
    for (const one of uses) expect(one.uses).toMatch(/@[0-9a-f]{40}$/u);
  });

  it('is told of in the documentation, every input and output', () => {
    const page = textOf('docs/ci.md');
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) expect(page).toContain(`| \`${name}\` |`);
  });
});

describe('the check', () => {
  it('annotates, sums up, counts, and fails where carelint does', async () => {
    const cwd = workspace();
    const { status, log, outputs, summary } = await check(cwd, { paths: 'flows' });
    expect(status).toBe(1);
    expect(log).toMatch(/^::error file=flows\/first-call\.yaml,line=26/mu);
    expect(outputs).toMatchObject({ 'exit-code': '1', findings: '1', errors: '1', warnings: '0', advice: '0', problems: '0' });
    expect(JSON.parse(readFileSync(outputs['report']!, 'utf8'))).toMatchObject({ schemaVersion: 1, summary: { error: 1 } });
    expect(summary).toContain('```mermaid');
    expect(summary.trim()).toBe(readFileSync(outputs['markdown']!, 'utf8').trim());
  });

  it('does as its inputs say', async () => {
    const cwd = workspace();
    writeFileSync(path.join(cwd, 'own.yaml'), 'rules: { verify-failure-dead-end: warning }\n');
    const inputs = {
      'working-directory': 'flows',
      config: '../own.yaml',
      paths: '\nfirst-call.yaml\n\n  second-call.yaml\n',
      reports: 'sarif=a report.sarif\nhtml=page.html\n',
      'fail-on': 'error',
      annotations: 'false',
      summary: 'false',
    };
    const { status, log, outputs, summary } = await check(cwd, inputs);
    expect({ status, summary }).toEqual({ status: 0, summary: '' });
    expect(log).not.toContain('::');
    expect(outputs).toMatchObject({ 'exit-code': '0', warnings: '1' });
    expect(readdirSync(path.join(cwd, 'flows'))).toEqual(expect.arrayContaining(['a report.sarif', 'page.html']));
  });

  it.each(['$(touch stolen)`touch stolen`"; touch stolen; \'; touch stolen; ${{ github.token }}', '--config=$(touch stolen)', '-x'])(
    'takes %s for what it is, wherever it stands',
    async (text) => {
      const cwd = workspace();
      for (const name of ['paths', 'config', 'packs', 'version', 'fail-on', 'baseline', 'reports', 'working-directory']) {
        const { status, outputs } = await runStep(step('check'), cwd, { env: { [`INPUT_${name.replaceAll('-', '_').toUpperCase()}`]: text } });
        expect({ name, refused: status !== null && status > 0, code: name === 'working-directory' ? '' : outputs['exit-code'] }).toEqual({
          name,
          refused: true,
          code: name === 'working-directory' ? '' : '2',
        });
      }
      expect(existsSync(path.join(cwd, 'stolen'))).toBe(false);
    },
  );

  it('shows a mistake beside the run', async () => {
    const { status, log, outputs } = await check(workspace(), { paths: 'nowhere' });
    expect(status).toBe(2);
    expect(log).toContain('::error title=carelint::There is no file or folder `nowhere`.');
    expect(outputs).toEqual({ 'exit-code': '2' });
  });

  it('keeps its cache where the cache of the runner looks for it', async () => {
    const home = temporary();
    const cwd = workspace();
    const first = await check(cwd, { cache: 'true' }, { HOME: home });
    expect(first.outputs).toMatchObject({ findings: '1' });
    const [folder, ...others] = new Set(uses.map((one) => one.with['path']));
    expect(others).toEqual([]);
    expect(readdirSync(folder!.replace('~', home))).not.toEqual([]);
    const { log, outputs } = await check(cwd, { cache: 'true' }, { HOME: home });
    expect({ log, findings: outputs['findings'] }).toEqual({ log: first.log, findings: '1' });
    for (const one of uses) expect(one.if).toContain("inputs.cache == 'true'");
  });

  it('narrows to changed files in a pull request, and nowhere else', async () => {
    const cwd = workspace();
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'pipe' });
    writeFileSync(path.join(cwd, '.gitignore'), 'node_modules\n');
    git('init', '--quiet', '--initial-branch=trunk');
    git('add', '.');
    git('commit', '--quiet', '-m', 'all');
    const inputs = { 'changed-only': 'true' };
    expect((await check(cwd, inputs)).outputs).toMatchObject({ findings: '1' });
    expect((await check(cwd, inputs, { GITHUB_BASE_REF: 'trunk' })).outputs).toMatchObject({ findings: '0', 'exit-code': '0' });
  });
});

describe('where carelint is not installed', () => {
  /** An npm that installs the built command, and tells what it was asked for. */
  const withNpm = (): Readonly<Record<string, string>> => {
    const bin = temporary();
    const script = `#!/bin/sh\necho "$PWD: $*" > "$NPM_TOLD"\nmkdir -p node_modules\nln -s "${path.join(HOME, 'packages/cli')}" node_modules/carelint\n`;
    writeFileSync(path.join(bin, 'npm'), script);
    chmodSync(path.join(bin, 'npm'), 0o755);
    return { PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`, NPM_TOLD: path.join(bin, 'told') };
  };

  it('installs the version that is asked for, away from the settings of the repository', async () => {
    const cwd = workspace({ installs: false });
    const env = withNpm();
    const { outputs } = await check(cwd, { version: '1.2.3', code: 'true' }, env);
    expect(outputs).toMatchObject({ findings: '1' });
    const [where = '', asked = ''] = readFileSync(env['NPM_TOLD']!, 'utf8').trim().split(': ');
    expect(asked).toMatch(/^install .*--ignore-scripts.* carelint@1\.2\.3 @carelint\/code@1\.2\.3$/u);
    expect(path.relative(cwd, where)).toMatch(/^\.\./u);
  });

  it('takes no version that is more than one', async () => {
    for (const version of ['1.2.3 evil', 'file:../x', '@evil/x', '-g', '1.2.3;x', '^1.2.3&x']) {
      const env = withNpm();
      const { status, log } = await check(workspace({ installs: false }), { version }, env);
      expect({ version, status, asked: existsSync(env['NPM_TOLD']!) }).toEqual({ version, status: 2, asked: false });
      expect(log).toContain('::error title=carelint::"version" is no version and no tag');
    }
  });

  it('takes that of the action, and says what to do where there is none', async () => {
    const env = withNpm();
    const { version } = JSON.parse(textOf('packages/cli/package.json')) as { version: string };
    const { status, log } = await check(workspace({ installs: false }), {}, env);
    if (version === '0.0.0') expect({ status, told: log.includes('Set "version"') }).toEqual({ status: 2, told: true });
    else expect(readFileSync(env['NPM_TOLD']!, 'utf8')).toContain(`carelint@${version}`);
  });
});

describe('the comment', () => {
  interface Asked {
    readonly method: string;
    readonly url: string;
    readonly body: { readonly body: string } | undefined;
    readonly authorization: string | undefined;
  }
  const bodyOf = async (request: IncomingMessage): Promise<Asked['body']> => {
    let all = '';
    for await (const piece of request) all += String(piece);
    return all === '' ? undefined : (JSON.parse(all) as Asked['body']);
  };

  /** GitHub's API with these comments, a page each; or one that answers with a status alone. */
  const api = async (pages: readonly (readonly { readonly id: number; readonly body: string }[])[], status = 200) => {
    const asked: Asked[] = [];
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const { method = '', url = '', headers } = request;
        asked.push({ method, url, body, authorization: headers.authorization });
        const page = Number(/[?&]page=(\d+)/u.exec(url)?.[1] ?? 1);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(method === 'GET' ? (pages[page - 1] ?? []) : {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { asked, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
  };

  const comment = async (url: string, findings: string): Promise<Ran> => {
    const cwd = temporary();
    writeFileSync(path.join(cwd, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
    writeFileSync(path.join(cwd, 'report.md'), 'Two things.\n');
    const env = {
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_EVENT_PATH: path.join(cwd, 'event.json'),
      GITHUB_WORKFLOW: 'CI --> x',
      GITHUB_JOB: 'care',
    };
    return runStep(step('comment'), cwd, { outputs: { markdown: path.join(cwd, 'report.md'), findings }, env });
  };
  const MARKER = '<!-- carelint CI%20%2D%2D%3E%20x/care/. -->';
  const others = (count: number) => Array.from({ length: count }, (_, id) => ({ id, body: 'LGTM' }));

  it('is written for the first findings', async () => {
    const { url, asked } = await api([others(3)]);
    expect((await comment(url, '2')).status).toBe(0);
    expect(asked.map(({ method, url: at }) => `${method} ${at}`)).toEqual([
      'GET /repos/a/b/issues/7/comments?per_page=100&page=1',
      'POST /repos/a/b/issues/7/comments',
    ]);
    expect(asked[1]).toMatchObject({ body: { body: `${MARKER}\nTwo things.\n` }, authorization: 'Bearer a-token' });
  });

  it.each(['2', '0'])('is written anew by a later run with %s findings, however many comments there are', async (findings) => {
    const { url, asked } = await api([others(100), [{ id: 512, body: `${MARKER}\nOld.` }]]);
    await comment(url, findings);
    expect(asked.at(-1)).toMatchObject({ method: 'PATCH', url: '/repos/a/b/issues/comments/512', body: { body: `${MARKER}\nTwo things.\n` } });
    expect(asked).toHaveLength(3);
  });

  it('is not written where nothing was found', async () => {
    const { url, asked } = await api([others(3)]);
    await comment(url, '0');
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is done without where it may not be written', async () => {
    const { url } = await api([], 403);
    const { status, log } = await comment(url, '2');
    expect(status).toBe(0);
    expect(log).toMatch(/^::warning title=carelint::The comment could not be written: GitHub answered 403/u);
  });

  it('is asked for in pull requests only', () => {
    const { if: condition = '' } = step('comment');
    for (const part of ["inputs.comment == 'true'", "github.event_name == 'pull_request'", '!cancelled()']) expect(condition).toContain(part);
  });
});
