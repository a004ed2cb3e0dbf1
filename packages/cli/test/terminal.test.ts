import type { Finding, Report } from '@carelint/core';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../src/report/terminal.js';
import { hasColor, styleFor, widthFor } from '../src/report/style.js';
import { printable, widthOf, wrapped } from '../src/report/printable.js';
import { stationsIn } from './station.js';

const station = stationsIn('flows/change-of-address.yaml');
const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'verify-failure-dead-end',
  level: 'error',
  certainty: 'high',
  title: 'A customer who cannot verify still gets help',
  message: 'When password fails (failure) the customer is cut off, with no other way to be helped.',
  instead: 'Offer a second way to verify, a person, a callback or voicemail before the contact can end.',
  file: 'flows/change-of-address.yaml',
  line: 21,
  column: 7,
  endLine: 24,
  endColumn: 29,
  artefact: 'change-of-address',
  journey: [
    station(21, ['is asked “Please say your password.”', 'fails the check']),
    station(29, ["hears “Sorry. I can't help you. I know you only want to change your address. But call back when you find…”"]),
    station(3, ['is passed on to Billing'], { file: 'flows/billing.yaml' }),
    station(30, ['is cut off']),
  ],
  fingerprint: 'f',
  ...over,
});

const report = (over: Partial<Report> = {}): Report => {
  const findings = over.findings ?? [];
  const count = (level: string): number => findings.filter((one) => one.level === level).length;
  const { unknowns = [], problems = [] } = over;
  return {
    schemaVersion: 1,
    tool: { name: 'carelint', version: '0.1.0' },
    findings,
    unknowns,
    problems,
    exceptions: [],
    packs: [],
    groups: { promises: [], touchpoints: [], moments: [] },
    coverage: { files: 14, read: 12, unclaimed: 2, skipped: 0, failed: 0, artefacts: { flow: 9, script: 2, operations: 1 }, steps: 120, rules: 64 },
    summary: {
      error: count('error'),
      warning: count('warning'),
      advice: count('advice'),
      unknown: unknowns.length,
      problems: problems.length,
      waived: 0,
    },
    ...over,
  };
};

const plain = { width: 80, style: styleFor(false), verbose: false };
const unknown = (rule: string, file: string, why: string): Report['unknowns'][number] => ({ rule, file, artefact: 'a', why });

describe('the terminal report', () => {
  it('tells findings file by file, with their journeys', async () => {
    const text = renderTerminal(
      report({
        findings: [
          finding({
            rule: 'call-is-important',
            level: 'advice',
            line: 9,
            column: 5,
            journey: [],
            message: 'Words instead of deeds: “Your call is important to us.”',
            instead: 'Say how long it takes.',
            file: 'flows/billing.yaml',
          }),
          finding(),
          finding({
            level: 'warning',
            rule: 'cancel-harder-than-signup',
            line: 40,
            message: 'Leaving takes 5 clicks, joining 1.',
            instead: 'Make it as short.',
            against: [station(50, ['clicks “Join”'])],
            url: 'https://example.org/rules',
          }),
        ],
      }),
      plain,
    );
    await expect(text).toMatchFileSnapshot('golden/findings.txt');
  });

  it('groups what could not be judged by its reason, the most frequent first', async () => {
    const unknowns = [
      unknown('a', 'x.yaml', 'the flow “Billing” is not among the files read'),
      ...['a', 'b', 'c'].flatMap((rule) => ['x.yaml', 'y.yaml'].map((file) => unknown(rule, file, 'the prompt is a recording'))),
      ...['1', '2', '3', '4', '5'].map((n) => unknown('d', 'z.yaml', `reason ${n}`)),
    ];
    const problems: Report['problems'] = [
      {
        file: 'flows/broken.yaml',
        line: 3,
        column: 1,
        message: 'There is a tab here. YAML wants spaces: two for each step inwards.',
        severity: 'problem',
      },
      { file: 'flows/slip.yaml', line: 8, column: 3, message: 'Nothing leads to `lost`.', severity: 'advice' },
    ];
    await expect(renderTerminal(report({ unknowns, problems }), plain)).toMatchFileSnapshot('golden/unknowns.txt');
    expect(renderTerminal(report({ unknowns }), { ...plain, verbose: true })).toContain('reason 5');
  });

  it('says little when nothing is found', async () => {
    await expect(renderTerminal(report(), plain)).toMatchFileSnapshot('golden/nothing.txt');
  });

  it('abridges a long journey, unless asked not to', () => {
    const journey = Array.from({ length: 40 }, (_, index) => station(index + 1, [`step ${index + 1}`]));
    const text = renderTerminal(report({ findings: [finding({ journey })] }), plain);
    expect(text).toContain('… 26 more …');
    expect(text).toContain('step 7 ');
    expect(text).not.toContain('step 8 ');
    expect(renderTerminal(report({ findings: [finding({ journey })] }), { ...plain, verbose: true })).toContain('step 20 ');
  });

  it('shows only what makes the run fail when it is to be quiet', () => {
    const text = renderTerminal(report({ findings: [finding(), finding({ level: 'advice', rule: 'hint' })] }), { ...plain, atLeast: 'error' });
    expect(text).not.toContain('hint');
    expect(text).toContain('1 finding not shown');
  });

  it('is never wider than it may be, and has no colour unless it should', () => {
    const findings = [
      finding(),
      finding({ message: 'x'.repeat(300), journey: [station(1, ['y'.repeat(200)], { file: `${'deep/'.repeat(6)}z.yaml` })] }),
    ];
    for (const width of [80, 97, 120]) {
      const lines = renderTerminal(report({ findings }), { ...plain, width }).split('\n');
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    }
    expect(renderTerminal(report({ findings }), plain)).not.toContain('\u001b');
    expect(renderTerminal(report({ findings }), { ...plain, style: styleFor(true) })).toContain('\u001b');
  });

  it('never lets a file speak to the terminal', () => {
    const nasty = '\u001b[31mred\u0007\u009b2J\u202e';
    const text = renderTerminal(
      report({
        findings: [finding({ message: nasty, instead: nasty, file: `${nasty}.yaml`, journey: [station(1, [nasty], { file: nasty })] })],
        unknowns: [unknown('a', nasty, nasty)],
        problems: [{ file: nasty, message: nasty, severity: 'problem' }],
      }),
      plain,
    );
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u.test(text)).toBe(false);
  });

  it('never says that somebody complies', () => {
    expect(renderTerminal(report(), plain)).not.toMatch(/complian/iu);
  });
});

describe('colour and width', () => {
  const facts = { env: {}, isTTY: true };
  it('is decided by the flag, FORCE_COLOR, NO_COLOR, the terminal', () => {
    expect(hasColor(facts)).toBe(true);
    expect(hasColor({ ...facts, isTTY: false })).toBe(false);
    expect(hasColor({ ...facts, env: { NO_COLOR: '1' } })).toBe(false);
    expect(hasColor({ env: { FORCE_COLOR: '1', NO_COLOR: '1' }, isTTY: false })).toBe(true);
    expect(hasColor({ env: { FORCE_COLOR: '0' }, isTTY: true })).toBe(false);
    expect(hasColor({ env: { FORCE_COLOR: '1' }, isTTY: true, flag: false })).toBe(false);
    expect([widthFor(undefined), widthFor(40), widthFor(100), widthFor(400)]).toEqual([80, 80, 100, 120]);
  });

  it('measures and wraps', () => {
    expect([widthOf('abc'), widthOf('日本'), widthOf('e\u0301')]).toEqual([3, 4, 1]);
    expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapped('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(printable('a\tb\u001b')).toBe('a\\tb\\u001b');
  });
});
