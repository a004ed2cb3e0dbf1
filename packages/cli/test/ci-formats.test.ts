import { Ajv } from 'ajv';
import type { Report } from '@carelint/core';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderCheckstyle } from '../src/report/checkstyle.js';
import { renderCompact } from '../src/report/compact.js';
import { renderGitlab } from '../src/report/gitlab.js';
import { renderJunit } from '../src/report/junit.js';
import { renderMarkdown } from '../src/report/markdown.js';
import { finding, report } from './report.js';
import { stationsIn } from './station.js';

const PATHS = { of: (file: string) => (file.startsWith('/') ? undefined : file), uri: (file: string) => ({ uri: file, inside: true }) };
const station = stationsIn('flows/address.yaml');
const schema = (name: string): string => readFileSync(path.join(import.meta.dirname, 'ci-schemas', name), 'utf8');

const MIXED: Report = report({
  findings: [
    finding(),
    finding({ rule: 'menu-depth', level: 'warning', file: 'b.yaml', fingerprint: 'f2', journey: [] }),
    finding({ rule: 'no-filler', level: 'advice', file: 'b.yaml', fingerprint: 'f3', line: 3, endLine: 3 }),
  ],
  problems: [
    { file: 'broken.yaml', line: 2, column: 1, message: 'A key stands twice.', severity: 'problem' },
    { file: '/elsewhere/c.json', message: 'Is this meant?', severity: 'advice' },
  ],
  summary: { error: 1, warning: 1, advice: 1, unknown: 4, problems: 1, waived: 0 },
});
const NOTHING = report();

/** Texts that act where they are only to be shown. */
const HOSTILE = [
  ']]>',
  '</failure><x>',
  '"quoted" & \'so\'',
  '\u0000\u0008\u001b[31m',
  '\ud800',
  '@everyone #1 http://a.b www.a.b',
  '::error::',
  '```',
  '<img src=x>',
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 5 }).map((parts) => parts.join(' '));
const withText = (text: string): Report =>
  report({
    findings: [finding({ message: text, instead: text, file: text, rule: 'own/x', journey: [station(1, [text]), station(2, [text, text])] })],
    problems: [{ file: text, message: text, severity: 'problem' }],
  });

const xmlErrors = async (xml: string, name: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema(name)] });
  return errors.map(({ message }) => message);
};

describe.each([
  ['junit', (value: Report) => renderJunit(value, { paths: PATHS, failOn: 'error' }), 'junit.xsd'],
  ['checkstyle', (value: Report) => renderCheckstyle(value, PATHS), 'checkstyle.xsd'],
])('%s', (_, render, xsd) => {
  it('is valid', async () => {
    for (const value of [MIXED, NOTHING]) expect(await xmlErrors(render(value), xsd)).toEqual([]);
  });

  it('is valid whatever texts are in the files', async () => {
    const texts = [...HOSTILE, ...fc.sample(hostile, { numRuns: 300, seed: 7 })].map(withText);
    const all = report({ findings: texts.flatMap(({ findings }) => findings), problems: texts.flatMap(({ problems }) => problems) });
    expect(await xmlErrors(render(all), xsd)).toEqual([]);
  });
});

it('JUnit fails a test for what makes the run fail, and only for that', () => {
  const failures = (failOn: 'error' | 'warning' | 'advice' | 'never'): number =>
    renderJunit(MIXED, { paths: PATHS, failOn }).match(/<failure /gu)?.length ?? 0;
  expect(['never', 'error', 'warning', 'advice'].map((level) => failures(level as 'error'))).toEqual([0, 1, 2, 3]);
  expect(renderJunit(MIXED, { paths: PATHS, failOn: 'error' })).toContain('<testsuites name="carelint" tests="5" failures="1" errors="1" time="0">');
});

it('GitLab takes the report', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(schema('gitlab-code-quality.schema.json')) as object);
  for (const value of [MIXED, NOTHING]) expect(validate(JSON.parse(renderGitlab(value, PATHS))) || validate.errors).toBe(true);
  fc.assert(fc.property(hostile, (text) => validate(JSON.parse(renderGitlab(withText(text), PATHS)))));
  expect(JSON.parse(renderGitlab(MIXED, PATHS))).toMatchObject([
    {
      check_name: 'verify-failure-dead-end',
      severity: 'critical',
      fingerprint: 'f1',
      location: { path: 'flows/address.yaml', lines: { begin: 21 } },
    },
    { severity: 'major' },
    { severity: 'info' },
    { check_name: 'not-read', severity: 'blocker', location: { path: 'broken.yaml', lines: { begin: 2 } } },
  ]);
});

describe('Markdown', () => {
  it('tells findings with their journeys', async () => {
    await expect(renderMarkdown(MIXED, PATHS)).toMatchFileSnapshot('golden/comment.md');
  });

  it('shows texts of files and obeys none', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const outside = renderMarkdown(withText(text), PATHS)
          .replace(/```mermaid\n[\s\S]*?\n```/gu, '')
          .replace(/(`+)[\s\S]*?[^`]\1(?!`)/gu, '');
        expect(outside.replace(/<\/?(?:details|summary)>/gu, '')).not.toMatch(/[<@$]|https?:\/\/(?!carelint)|www\./u);
      }),
    );
  });

  it('fits into a comment, and says what did not', () => {
    const many = report({ findings: Array.from({ length: 1000 }, (_, index) => finding({ fingerprint: `f${index}` })) });
    const text = renderMarkdown(many, PATHS);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/And \d+ findings more, for which there is no room here/u);
    expect(text.match(/```mermaid/gu)).toHaveLength(10);
  });
});

it('compact is one line a finding', () => {
  const lines = renderCompact(MIXED).trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^flows\/address\.yaml:21:7 error verify-failure-dead-end: .* The customer .*\. Instead: .* \[f1\]$/u);
  expect(renderCompact(MIXED, 'error').trimEnd().split('\n')).toHaveLength(3);
  fc.assert(fc.property(hostile, (text) => renderCompact(withText(text)).trimEnd().split('\n').length === 3));
});
