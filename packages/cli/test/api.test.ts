import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explain, FORMATS, lint, lintText, rules, UserError, type LintOptions } from '../src/api/index.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const CUT_OFF = 'flow: hello\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n';
const HELPED = 'flow: hello\nchannel: phone\nsteps:\n  - say: Hello.\n  - person: Desk\n';
const GOES_ON = 'flow: front-desk\nchannel: phone\nsteps:\n  - say: Hello.\n  - transfer: back-office\n';
const BACK_OFFICE = (last: string): string => `flow: back-office\nchannel: phone\nsteps:\n  - say: This is the back office.\n  - ${last}\n`;

const caught = async (work: () => unknown): Promise<UserError> => {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error('nothing was thrown');
};

// Whatever a program asks for is given back, and nothing is said beside it.
beforeEach(() => {
  vi.stubEnv('FORCE_COLOR', '1');
  vi.stubEnv('GITHUB_BASE_REF', 'no-such-branch');
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation(() => {
      throw new Error('something was printed');
    });
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('lint', () => {
  it('gives the report that the command writes', async () => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF, 'b.yaml': HELPED, 'carelint.yaml': 'extends: [strict]\nfail-on: warning\n' });
    const output = heard();
    const status = await runProgram(['check', '--format', 'json'], output, cwd);
    const { report, exitCode } = await lint({ cwd });
    expect(report).toEqual(JSON.parse(output.outText()));
    expect(exitCode).toBe(status);
  });

  it('judges what the paths name, by the rules that are asked for', async () => {
    const cwd = folderWith({ 'in/a.yaml': CUT_OFF, 'out/b.yaml': CUT_OFF });
    const { report, exitCode } = await lint({ cwd, paths: ['in'], only: ['no-human-route'], failOn: 'never' });
    expect(report.findings.map(({ rule, file }) => `${file} ${rule}`)).toEqual(['in/a.yaml no-human-route']);
    expect(exitCode).toBe(0);
  });

  it('judges texts instead of what the disk holds, beside the rest', async () => {
    const cwd = folderWith({ 'a.yaml': GOES_ON, 'b.yaml': BACK_OFFICE('end: not-solved'), 'c.yaml': CUT_OFF });
    const filesFound = async (options: LintOptions): Promise<readonly string[]> =>
      (await lint({ cwd, only: ['no-human-route'], ...options })).report.findings.map(({ file }) => file);
    const mended = [{ path: 'b.yaml', text: BACK_OFFICE('person: Desk') }];
    expect(await filesFound({ paths: ['.'] })).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
    expect(await filesFound({ paths: ['.'], sources: mended })).toEqual(['c.yaml']);
    expect(await filesFound({ paths: ['a.yaml'], sources: mended })).toEqual([]);
    expect(await filesFound({ sources: [{ path: 'not/there.yaml', text: CUT_OFF }] })).toEqual(['not/there.yaml']);
  });

  it('knows a baseline, and can do without', async () => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF });
    await runProgram(['check', '--update-baseline'], heard(), cwd);
    expect((await lint({ cwd })).report).toMatchObject({ findings: [], baseline: { file: 'carelint-baseline.json' } });
    expect((await lint({ cwd, baseline: 'none' })).report.findings).not.toEqual([]);
  });

  it('keeps a cache where it is asked to, and nowhere else', async () => {
    const cwd = folderWith({ 'in/a.yaml': CUT_OFF, 'carelint.yaml': 'cache: true\nfiles: [in]\n' });
    const { report } = await lint({ cwd });
    expect(readdirSync(cwd)).toEqual(['carelint.yaml', 'in']);
    expect((await lint({ cwd, cache: 'kept' })).report).toEqual(report);
    expect(readdirSync(path.join(cwd, 'kept'))).not.toEqual([]);
    const again = await lint({ cwd, cache: 'kept' });
    expect(again.report).toEqual(report);
    expect(await again.render('sarif')).toContain('no-human-route');
    expect(await (await lint({ cwd, cache: 'kept', keepFlows: true })).render('html')).toContain('<svg');
  });

  it.each<[string, object, string]>([
    ['an option that there is not', { path: ['a'] }, '`lint` has no option `path`. Did you mean `paths`?'],
    ['an option of another form', { paths: 'a.yaml' }, '`paths` must be an array of strings, in the options of `lint`.'],
    ['a word that is none of those', { failOn: 'errors' }, '`failOn` must be one of error, warning, advice, never, in the options of `lint`.'],
    [
      'a source without a text',
      { sources: [{ path: 'a.yaml' }] },
      '`sources` must be an array of objects with `path` and `text`, both strings, in the options of `lint`.',
    ],
    ['a file that is not there', { paths: ['nowhere'] }, 'There is no file or folder `nowhere`.'],
    ['an empty list of texts', { sources: [] }, 'There is nothing to read in this folder.'],
  ])('refuses %s', async (_what, options, message) => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF });
    expect((await caught(() => lint({ cwd, ...options }))).message).toContain(message);
  });

  it('says where in the config a mistake is', async () => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF, 'carelint.yaml': 'rules:\n  no-such-rule: error\n' });
    expect(await caught(() => lint({ cwd }))).toMatchObject({ name: 'UserError', path: 'carelint.yaml', place: { line: 2, column: 3 } });
  });

  it('may run many times at once', async () => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF, 'b.yaml': HELPED });
    const one = await lint({ cwd });
    const all = await Promise.all(Array.from({ length: 4 }, () => lint({ cwd })));
    for (const { report } of all) expect(report).toEqual(one.report);
  });
});

describe('lintText', () => {
  it('judges a text by the config that lies where its file would', async () => {
    const cwd = folderWith({ 'flows/carelint.yaml': 'rules: { no-human-route: warning }\n' });
    const { report } = await lintText(CUT_OFF, { cwd, path: 'flows/new.yaml', only: ['no-human-route'] });
    expect(report.findings).toEqual([expect.objectContaining({ file: 'flows/new.yaml', level: 'warning', line: 1 })]);
    expect(report.coverage).toMatchObject({ files: 1, read: 1 });
  });

  it('tells of a text that cannot be read, and throws nothing', async () => {
    const { report, exitCode } = await lintText('flow: hello\n\tsteps: []\n', { cwd: folderWith({}), path: 'broken.yaml' });
    expect(report.problems).toEqual([expect.objectContaining({ file: 'broken.yaml', line: 2 })]);
    expect(exitCode).toBe(1);
  });

  it('does not go on without a path', async () => {
    expect((await caught(() => lintText(CUT_OFF, {} as { path: string }))).message).toContain('`path`');
  });
});

describe('rendering', () => {
  it.each(FORMATS)('gives %s as the command writes it', async (format) => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF, 'b.yaml': HELPED });
    const output = heard();
    await runProgram(['check', '--format', format], output, cwd);
    const result = await lint({ cwd, keepFlows: true });
    expect(await result.render(format)).toBe(output.outText());
  });

  it('shows the history in the page, of all that the config means and of nothing less', async () => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF, 'carelint.yaml': 'files: [a.yaml]\n' });
    await runProgram(['score', '--record', '--date', '2026-11-01'], heard(), cwd);
    const output = heard();
    await runProgram(['check', '--format', 'html', '--date', '2026-11-20'], output, cwd);
    const pageOf = async (options: LintOptions): Promise<string> =>
      (await lint({ cwd, keepFlows: true, date: '2026-11-20', ...options })).render('html');
    expect(output.outText()).toContain('2026-11-01');
    expect(await pageOf({})).toBe(output.outText());
    expect(await pageOf({ paths: ['a.yaml'] })).not.toContain('2026-11-01');
  });

  it('colours, and leaves out what is not loud enough, when it is asked to', async () => {
    const cwd = folderWith({ 'a.yaml': CUT_OFF });
    const result = await lint({ cwd });
    expect(await result.render('terminal')).not.toContain('\u001b');
    expect(await result.render('terminal', { color: true })).toContain('\u001b');
    const jargon = await lint({ cwd: folderWith({ 'a.yaml': BACK_OFFICE('person: Desk') }), packs: ['strict'] });
    expect(await jargon.render('compact')).toContain('internal-jargon-in-prompt');
    expect(await jargon.render('compact', { atLeast: 'error' })).not.toContain('internal-jargon-in-prompt');
  });

  it('refuses drawings of flows that were let go, and formats that there are not', async () => {
    const result = await lint({ cwd: folderWith({ 'a.yaml': CUT_OFF }) });
    expect((await caught(() => result.render('html'))).message).toContain('`keepFlows: true`');
    expect((await caught(() => result.render('xml' as 'html'))).message).toContain('`format` must be one of terminal, json');
  });
});

describe('looking up', () => {
  it('lists rules as the command does', async () => {
    const cwd = folderWith({ 'carelint.yaml': 'rules: { no-barge-in: error }\n' });
    const output = heard();
    await runProgram(['rules', '--format', 'json'], output, cwd);
    const listed = rules({ cwd });
    expect(listed).toEqual(JSON.parse(output.outText()));
    expect(listed).toContainEqual(expect.objectContaining({ id: 'no-barge-in', inForce: 'error' }));
  });

  it('explains as the command does, and says what it does not know', async () => {
    const cwd = folderWith({});
    const output = heard();
    await runProgram(['explain', 'no-human-route'], output, cwd);
    expect(explain('no-human-route', { cwd })).toBe(output.outText());
    expect((await caught(() => explain('no-human-rute', { cwd }))).message).toContain('Did you mean `no-human-route`?');
  });
});
