import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';
import { HOME } from './house.js';

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-outputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => path.join(folder, name);
const json = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8'));
const EXAMPLE = path.join(HOME, 'examples/forgotten-password/first-call.yaml');

describe('the built command', () => {
  it('writes several reports of one run', () => {
    const { status, stdout, stderr } = carelint([
      'check',
      EXAMPLE,
      '--format',
      'terminal',
      '--format',
      `json=${at('a.json')}`,
      '--format',
      `sarif=${at('a.sarif')}`,
      '--format',
      `code-scanning=${at('b.sarif')}`,
      '--format',
      `github=${at('a.txt')}`,
    ]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('verify-failure-dead-end');
    expect(json('a.json')).toMatchObject({ schemaVersion: 1 });
    for (const name of ['a.sarif', 'b.sarif']) {
      expect(json(name)).toMatchObject({
        version: '2.1.0',
        runs: [
          {
            results: expect.arrayContaining([
              expect.objectContaining({ ruleId: 'verify-failure-dead-end', codeFlows: expect.any(Array) as unknown[] }),
            ]) as unknown[],
          },
        ],
      });
      expect(readFileSync(at(name), 'utf8')).toContain('"uri": "examples/forgotten-password/first-call.yaml"');
      expect(readFileSync(at(name), 'utf8')).toContain('"helpUri": "https://carelint.dev/rules/verify-failure-dead-end"');
    }
    expect(readFileSync(at('a.txt'), 'utf8')).toMatch(
      /^::error file=examples\/forgotten-password\/first-call\.yaml,line=\d+,endLine=\d+,title=verify-failure-dead-end::/mu,
    );
  });

  it('begins a project: a config, a rule of its own, a comment', () => {
    writeFileSync(
      at('flow.yaml'),
      'flow: hello\nchannel: phone\nlanguage: en\nsteps:\n  # carelint-disable-step our-bank/no-fax -- Our partner wants it until June.\n  - say: Send it by fax.\n  - end: solved\n',
    );
    expect(carelint(['init'], { cwd: folder })).toMatchObject({ status: 0, stdout: expect.stringContaining('Wrote carelint.yaml.') as string });
    expect(carelint(['init'], { cwd: folder })).toMatchObject({ status: 2, stdout: '' });
    expect(carelint(['new-rule', 'our-bank/no-fax'], { cwd: folder })).toMatchObject({ status: 0, stderr: '' });
    expect(carelint(['test'], { cwd: folder })).toMatchObject({ status: 0, stdout: '1 rule proved, 0 failed.\n' });
    const { status, stdout } = carelint(['flow.yaml', '--only', 'our-bank/*', '--format', 'json'], { cwd: folder });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [],
      exceptions: [{ by: 'comment', rule: 'our-bank/no-fax', because: 'Our partner wants it until June.', file: 'flow.yaml', line: 5 }],
    });
  });

  it('prints a schema', () => {
    expect(JSON.parse(carelint(['schema', 'report']).stdout)).toEqual(
      JSON.parse(readFileSync(path.join(HOME, 'packages/policy-schema/schemas/report.schema.json'), 'utf8')),
    );
    expect(carelint(['schema', 'rules'])).toMatchObject({ status: 2, stderr: 'There is no schema `rules`. Did you mean `rule`?\n' });
  });

  it('tells no progress where nobody looks', () => {
    expect(carelint(['check', path.join(HOME, 'policies')]).stderr).toBe('');
  });
});
