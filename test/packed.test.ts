import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOME } from './house.js';

// What people get: the packages as npm packs them, installed in a folder that has nothing to do with this repository.

const PACKAGES = ['policy-schema', 'core', 'code', 'cli', 'eslint-plugin'] as const;
const MB = 1024 * 1024;
const PATIENCE = 180_000;
const FLOW = 'flow: hello\nchannel: phone\nsteps:\n  - say: Hello.\n  - end: solved\n';

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-packed-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, PATIENCE);

/** What npm, run by a script of this repository, is told by its surroundings means nothing in another folder. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_(?:registry|cache|userconfig|globalconfig)$)|INIT_CWD$|NODE_PATH$|NO_COLOR$|FORCE_COLOR$)/iu.test(name),
  ),
);

const run = (command: string, args: readonly string[], cwd: string): string => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: PATIENCE,
    shell: process.platform === 'win32',
  });
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
};

const npm = (args: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = spawnSync('npm', [...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: PATIENCE,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
};

const sizeOf = (at: string): number => {
  const stat = lstatSync(at);
  return stat.isDirectory() ? readdirSync(at).reduce((sum, name) => sum + sizeOf(path.join(at, name)), 0) : stat.size;
};

/** Names of all packages below a `node_modules`. */
const installedIn = (at: string): readonly string[] =>
  readdirSync(path.join(at, 'node_modules'))
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(path.join(at, 'node_modules', name)).map((inner) => `${name}/${inner}`) : [name]))
    .sort();

const emptyFolder = (name: string): string => {
  const at = path.join(folder, name);
  mkdirSync(at);
  writeFileSync(path.join(at, 'package.json'), '{ "name": "a-contact-centre", "private": true, "type": "module" }\n');
  writeFileSync(path.join(at, 'hello.yaml'), FLOW);
  return at;
};

const packed: Partial<Record<(typeof PACKAGES)[number], { readonly tarball: string; readonly files: readonly string[] }>> = {};

beforeAll(() => {
  const args = [
    'pack',
    '--json',
    '--ignore-scripts',
    '--loglevel=error',
    '--pack-destination',
    folder,
    ...PACKAGES.map((name) => `./packages/${name}`),
  ];
  const told = JSON.parse(npm(args, HOME)) as readonly { readonly filename: string; readonly files: readonly { readonly path: string }[] }[];
  PACKAGES.forEach((name, i) => {
    const { filename, files } = told[i]!;
    packed[name] = { tarball: path.join(folder, filename), files: files.map(({ path: file }) => file) };
  });
}, PATIENCE);

const INSTALL = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const install = (at: string, ...names: readonly (typeof PACKAGES)[number][]): void => {
  npm([...INSTALL, ...names.map((name) => packed[name]!.tarball)], at);
};

describe('what is packed', () => {
  it.each(PACKAGES)('%s has what it needs and no sources, tests or maps of builds', (name) => {
    const { files } = packed[name]!;
    const programs = name === 'cli' ? ['dist/main.js', 'dist/worker.js'] : [];
    expect(files).toEqual(expect.arrayContaining(['package.json', 'LICENSE', 'README.md', ...programs]));
    expect(files.filter((file) => /^(?:src|test|scripts)\/|\.tsbuildinfo$|(?<!\.d)\.ts$/u.test(file))).toEqual([]);
  });
});

const TYPED_PROGRAM = `import { FORMATS, lint, lintText, rules, UserError, type Finding, type Format, type LintResult, type Report } from 'carelint';

declare const console: { log: (what: unknown) => void };
const result: LintResult = await lint({ paths: ['hello.yaml'], failOn: 'error' });
const report: Report = result.report;
const told: readonly Finding[] = report.findings;
const format: Format = FORMATS[0];
const text: string = await result.render(format);
const { exitCode } = await lintText('flow: x', { path: 'x.yaml', failOn: 'never' });
export const place: number | undefined = new UserError('x').place?.line;
// @ts-expect-error -- there is no such option
await lint({ path: 'hello.yaml' }).catch((error: unknown) => console.log(error instanceof UserError));
console.log([...told.map(({ rule }) => rule), text.length > 0, exitCode, rules().length > 100].join(' '));
`;
/** The same without its types. */
const PROGRAM = TYPED_PROGRAM.replace(/declare .*\n/u, '')
  .replaceAll(/, type \w+/gu, '')
  .replaceAll(/(?<=const \w+): [^=]+(?= =)|: unknown/gu, '');
const NATIVE = '@typescript/native/bin/tsc';
const COMPILERS = [
  ['TypeScript 6', 'nodenext', 'nodenext', 'typescript/bin/tsc6'],
  ['TypeScript 7', 'nodenext', 'nodenext', NATIVE],
  ['TypeScript 7', 'node16', 'node16', NATIVE],
  ['TypeScript 7', 'esnext', 'bundler', NATIVE],
  ['TypeScript 7', 'preserve', 'bundler', NATIVE],
] as const;

describe('the command and the functions for programs, installed in an empty folder', () => {
  let at = '';
  beforeAll(() => {
    at = emptyFolder('command');
    install(at, 'cli');
    writeFileSync(path.join(at, 'program.ts'), TYPED_PROGRAM);
  }, PATIENCE);

  it('is small and brings nothing along', () => {
    expect(installedIn(at)).toEqual(['carelint']);
    expect(sizeOf(path.join(at, 'node_modules'))).toBeLessThan(15 * MB);
    for (const heavy of ['ts-morph', 'typescript', '@ts-morph']) expect(existsSync(path.join(at, 'node_modules', heavy))).toBe(false);
  });

  it('checks a flow', () => {
    const report = JSON.parse(run('npx', ['--no-install', 'carelint', 'check', '--format', 'json', 'hello.yaml'], at)) as {
      findings: { rule: string; file: string }[];
      problems: unknown[];
    };
    expect(report.problems).toEqual([]);
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'no-human-route', file: 'hello.yaml' }));
  });

  it('writes a config, explains its rules and prints its schemas', () => {
    run('npx', ['--no-install', 'carelint', 'init'], at);
    expect(readFileSync(path.join(at, 'carelint.yaml'), 'utf8')).toMatch(/extends/u);
    expect(run('npx', ['--no-install', 'carelint', 'explain', 'no-human-route'], at)).toMatch(/no-human-route/u);
    expect(JSON.parse(run('npx', ['--no-install', 'carelint', 'schema', 'report'], at))).toMatchObject({ title: 'Report' });
  });

  it.each(COMPILERS)(
    'have types for %s, module %s, resolution %s, with nothing beside them',
    (_name, module, resolution, compiler) => {
      const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--lib', 'es2022', '--target', 'es2022'];
      const asked = [...options, '--module', module, '--moduleResolution', resolution, 'program.ts'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(HOME, 'node_modules', compiler), ...asked], { cwd: at, env });
      expect({ status, told: `${stdout.toString()}${stderr.toString()}` }).toEqual({ status: 0, told: '' });
    },
    PATIENCE,
  );

  it('serve a program, and one in CommonJS where Node allows it', () => {
    writeFileSync(path.join(at, 'program.mjs'), PROGRAM);
    expect(run(process.execPath, ['program.mjs'], at)).toBe('true\nno-human-route true 0 true\n');
    writeFileSync(path.join(at, 'program.cjs'), "const { rules } = require('carelint');\nconsole.log(rules().length > 100);\n");
    expect(run(process.execPath, ['program.cjs'], at)).toBe('true\n');
  });
});

describe('the plugin for ESLint, installed beside it', () => {
  const CONFIG = `import carelint from 'eslint-plugin-carelint';

export default [...carelint.configs.recommended, ...carelint.configs.flows];
`;

  it(
    'judges code and flows',
    () => {
      const at = emptyFolder('eslint');
      const { version } = JSON.parse(readFileSync(path.join(HOME, 'node_modules/eslint/package.json'), 'utf8')) as { version: string };
      npm([...INSTALL, `eslint@${version}`, packed['eslint-plugin']!.tarball], at);
      expect(installedIn(at)).not.toEqual(expect.arrayContaining(['@carelint/core']));
      writeFileSync(path.join(at, 'eslint.config.js'), CONFIG);
      writeFileSync(path.join(at, 'hello.flow.yaml'), FLOW);
      writeFileSync(
        path.join(at, 'sign-up.js'),
        'export const box = \'<input type="checkbox" name="newsletter" checked>\';\nexport const defaults = { newsletter: true };\nuseForm({ defaultValues: { email: \'\', newsletter: true } });\n',
      );
      const told = JSON.parse(run('npx', ['--no-install', 'eslint', '--format', 'json', '.'], at)) as readonly {
        readonly filePath: string;
        readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
      }[];
      const rulesBy = Object.fromEntries(
        told.map(({ filePath, messages }) => [path.basename(filePath), messages.map(({ ruleId, message }) => ruleId ?? message)]),
      );
      expect(rulesBy).toMatchObject({ 'hello.flow.yaml': ['carelint/no-human-route'], 'sign-up.js': ['carelint/no-prechecked-consent'] });
    },
    PATIENCE,
  );
});

describe('the command beside the reader of code', () => {
  const PROGRAM = `const { VoiceResponse } = require('twilio').twiml;
module.exports = (app) =>
  app.post('/voice', (req, res) => {
    const twiml = new VoiceResponse();
    twiml.say('Hello.');
    res.send(twiml.toString());
  });
`;
  const reportIn = (at: string) =>
    JSON.parse(run('npx', ['--no-install', 'carelint', 'check', '--format', 'json', 'voice.js'], at)) as {
      findings: { rule: string; file: string }[];
      problems: { message: string; file: string }[];
    };

  it(
    'says what is missing, and reads code once it is there',
    () => {
      const at = emptyFolder('code');
      writeFileSync(path.join(at, 'voice.js'), PROGRAM);
      install(at, 'cli');
      const before = reportIn(at);
      expect(before.findings).toEqual([]);
      expect(before.problems.map(({ message }) => message).join('\n')).toContain('npm install --save-dev @carelint/code');
      install(at, 'policy-schema', 'core', 'code');
      const after = reportIn(at);
      expect(after.problems).toEqual([]);
      expect(after.findings).toContainEqual(expect.objectContaining({ rule: 'no-human-route', file: 'voice.js' }));
    },
    PATIENCE,
  );
});

describe('the engine, installed in an empty folder', () => {
  it(
    'reads and judges a flow',
    () => {
      const at = emptyFolder('engine');
      install(at, 'policy-schema', 'core');
      expect(installedIn(at)).not.toEqual(expect.arrayContaining(['typescript']));
      writeFileSync(
        path.join(at, 'run.js'),
        `
import { builtinRules, check, compile, link, loadJsonPath, prepareLink, read } from '@carelint/core';
const result = read({ path: 'hello.yaml', text: ${JSON.stringify(FLOW)} });
const settings = builtinRules().map(({ id }) => ({ id, level: 'error', options: {}, applies: () => true }));
const rules = compile({ documents: [], settings, assume: {}, jsonPath: await loadJsonPath() });
const service = link(result.artefacts, await prepareLink(result.artefacts, rules, {}));
console.log(check(service, rules).map((verdict) => verdict.rule.id).join(' '));
`,
      );
      expect(run(process.execPath, ['run.js'], at)).toMatch(/no-human-route/u);
    },
    PATIENCE,
  );
});
