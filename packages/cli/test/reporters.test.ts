import type { Report, Rule } from '@carelint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sarifProblems } from './sarif-schema.js';
import { renderGithub } from '../src/report/github.js';
import { renderJson } from '../src/report/json.js';
import { repositoryPaths } from '../src/report/repository.js';
import { renderSarif, type SarifInput } from '../src/report/sarif.js';
import { listedRules } from '../src/report/sarif-rules.js';
import { styleFor } from '../src/report/style.js';
import { renderTerminal } from '../src/report/terminal.js';
import { folderWith } from './folder.js';
import { finding, report } from './report.js';
import { stationsIn } from './station.js';

const station = stationsIn('flows/address.yaml');
const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id,
  title: `Title of ${id}`,
  suffers: 'They are cut off.',
  level: 'error',
  certainty: 'high',
  instead: 'Help.',
  sources: [{ seed: 'M1' }, { law: 'de-312k' }],
  yieldsTo: [],
  options: {},
  promise: 'let-them-in',
  ...over,
});

const WAIVED = {
  finding: finding({ line: 40, endLine: 40, fingerprint: 'f2', journey: [] }),
  by: {
    by: 'waiver',
    rule: 'verify-failure-dead-end',
    because: 'New system.',
    owner: 'Jane Ito',
    until: '2027-03-31',
    file: 'flows/**',
    hides: ['f2'],
  },
} as const;
const COMMENTED = {
  finding: finding({ line: 50, endLine: 50, fingerprint: 'f3', journey: [] }),
  by: { by: 'comment', rule: 'verify-failure-dead-end', because: 'Only at night.', file: 'flows/address.yaml', line: 49, column: 3, hides: ['f3'] },
} as const;

const input = (over: Partial<SarifInput> = {}): SarifInput => ({
  report: report({
    findings: [
      finding(),
      finding({
        rule: 'own/cancel',
        level: 'warning',
        fingerprint: 'f4',
        journey: [station(1, ['opens the site'])],
        against: [station(9, ['clicks “Join”']), station(10, ['joins'])],
      }),
      finding({ rule: 'expired-waiver', level: 'error', file: 'carelint.yaml', journey: [], fingerprint: 'f5' }),
      finding({ rule: 'own/cancel', level: 'advice', file: '../elsewhere/a b.yaml', journey: [], fingerprint: 'f6' }),
    ],
    unknowns: [{ rule: 'own/cancel', file: 'flows/address.yaml', artefact: 'a', step: 's1', why: 'the prompt is a recording' }],
    problems: [
      { file: 'flows/broken.yaml', message: 'There is a tab here.', severity: 'problem', line: 3, column: 1 },
      { file: 'flows/slip.yaml', message: 'Nothing leads to `lost`.', severity: 'advice' },
    ],
    exceptions: [WAIVED.by, COMMENTED.by],
  }),
  rules: listedRules(
    [rule('verify-failure-dead-end', { level: 'advice' }), rule('own/cancel', { notWhen: 'Never.' }), rule('verify-failure-dead-end')],
    (id) => (id === 'own/cancel' ? 'warning' : 'error'),
  ),
  hidden: [WAIVED, COMMENTED],
  paths: repositoryPaths('/home/jane/project'),
  results: 'all',
  ...over,
});

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly { id: string; helpUri?: string; defaultConfiguration: { level: string }; properties: object }[] };
  };
  readonly results: readonly {
    ruleId: string;
    ruleIndex: number;
    kind: string;
    level: string;
    message: { text: string };
    suppressions?: object[];
    codeFlows?: { threadFlows: { locations: object[] }[] }[];
    partialFingerprints?: object;
    locations: object[];
  }[];
  readonly invocations: readonly { toolExecutionNotifications: readonly object[] }[];
}
const runOf = (text: string): Run => (JSON.parse(text) as { runs: Run[] }).runs[0]!;

const faults = (text: string): unknown => sarifProblems(JSON.parse(text));

describe('SARIF', () => {
  it.each(['all', 'alerts'] as const)('keeps the schema of the standard (%s)', async (results) => {
    const text = renderSarif(input({ results }));
    expect(faults(text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(`golden/${results}.sarif`);
  });

  it('is refused by the schema where it is wrong', () => {
    expect(faults(renderSarif(input()).replace('"kind": "open"', '"kind": "unknown"'))).not.toEqual([]);
    expect(faults(renderSarif(input()).replace('"startLine": 21', '"startLine": 0'))).not.toEqual([]);
  });

  it('lists every rule that ran once, at the level it has of itself, and those about exceptions', () => {
    const { rules } = runOf(renderSarif(input())).tool.driver;
    expect(rules.map(({ id, defaultConfiguration: { level } }) => `${id} ${level}`)).toEqual([
      'own/cancel warning',
      'verify-failure-dead-end error',
      'expired-waiver error',
      'unused-waiver warning',
      'bad-directive error',
      'unused-directive warning',
    ]);
    expect(rules.filter(({ helpUri }) => helpUri === undefined).map(({ id }) => id)).toEqual(['own/cancel']);
    expect(rules[1]?.properties).toMatchObject({
      certainty: 'high',
      promise: 'let-them-in',
      tags: ['customer-centricity', 'let-them-in', 'law/de-312k'],
    });
  });

  it('points from each result to its rule', () => {
    const { results, tool } = runOf(renderSarif(input()));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('holds the journey, and the one it is compared with, as code flows', () => {
    const { results } = runOf(renderSarif(input()));
    expect(results[0]?.codeFlows).toHaveLength(1);
    expect(results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations).toMatchObject([
      {
        importance: 'important',
        location: { message: { text: 'is asked “Password?”; fails the check' }, physicalLocation: { region: { startLine: 21 } } },
      },
      { importance: 'unimportant', location: { message: { text: 's22' } } },
      { location: { physicalLocation: { artifactLocation: { uri: 'flows/billing.yaml' } } } },
    ]);
    expect(results[1]?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(2);
  });

  it('has a fingerprint of its own, and leaves that of GitHub alone', () => {
    const text = renderSarif(input());
    expect(runOf(text).results[0]?.partialFingerprints).toEqual({ 'carelint/v1': 'f1' });
    expect(text).not.toContain('primaryLocationLineHash');
  });

  it('says what is suppressed, by whom and why; and what is open', () => {
    const { results } = runOf(renderSarif(input()));
    expect(results.map(({ kind, level, suppressions }) => `${kind} ${level} ${suppressions?.length ?? '-'}`)).toEqual([
      'fail error 0',
      'fail warning 0',
      'fail error 0',
      'fail note 0',
      'fail error 1',
      'fail error 1',
      'open none 0',
    ]);
    expect(results[4]?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'New system. (Jane Ito, until 2027-03-31)' }]);
    expect(results[5]?.suppressions).toMatchObject([
      { kind: 'inSource', justification: 'Only at night.', location: { physicalLocation: { region: { startLine: 49 } } } },
    ]);
  });

  it('for GitHub holds nothing that is no alert', () => {
    const { results, invocations } = runOf(renderSarif(input({ results: 'alerts' })));
    expect(results).toHaveLength(4);
    expect(results.every(({ kind, suppressions }) => kind === 'fail' && suppressions === undefined)).toBe(true);
    expect(invocations[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'error' },
      { level: 'note' },
      { level: 'note', associatedRule: { id: 'own/cancel', index: 0 } },
    ]);
  });

  it('abridges journeys for GitHub that it would not take', () => {
    const journey = Array.from({ length: 5000 }, (_, index) => station(index + 1, ['waits']));
    const long = { report: report({ findings: [finding({ journey })] }) };
    const count = (results: 'all' | 'alerts'): number | undefined =>
      runOf(renderSarif(input({ ...long, results }))).results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations.length;
    expect([count('all'), count('alerts')]).toEqual([5000, 1000]);
  });

  it('gives no meaning to what a flow says', () => {
    const { results } = runOf(
      renderSarif(input({ report: report({ findings: [finding({ message: 'See [this](https://evil.example) and {0}.' })] }), hidden: [] })),
    );
    expect(results[0]?.message.text).toBe('See [this] (https://evil.example) and { 0}. Instead: Offer a second way.');
  });
});

describe('paths', () => {
  it('are told from the root of the repository', () => {
    const folder = folderWith({ '.git/HEAD': '', 'sub/flows/a b#.yaml': '' });
    const paths = repositoryPaths(`${folder}/sub`);
    expect(paths.of('flows/a b#.yaml')).toBe('sub/flows/a b#.yaml');
    expect(paths.uri('flows/a b#.yaml')).toEqual({ uri: 'sub/flows/a%20b%23.yaml', inside: true });
    expect(paths.uri('../top.yaml')).toEqual({ uri: 'top.yaml', inside: true });
    expect(paths.of('../../out.yaml')).toBeUndefined();
    expect(paths.uri('../../out.yaml')).toMatchObject({ uri: expect.stringMatching(/^file:\/\/\/.*\/out\.yaml$/u) as string, inside: false });
    expect(paths.uri('..dots/half\ud800.yaml').uri).toBe('sub/..dots/half%EF%BF%BD.yaml');
  });
});

describe('GitHub annotations', () => {
  const lines = (over: Partial<Report>, atLeast?: 'error'): string[] =>
    renderGithub(report(over), { paths: repositoryPaths('/home/jane/project'), ...(atLeast === undefined ? {} : { atLeast }) })
      .split('\n')
      .filter((line) => line.startsWith('::'));

  it('tell the finding, its journey and its remedy in one line', async () => {
    await expect(renderGithub(input().report, { paths: repositoryPaths('/home/jane/project') })).toMatchFileSnapshot('golden/github.txt');
  });

  it.each([
    ['error', '::error '],
    ['warning', '::warning '],
    ['advice', '::notice '],
  ] as const)('call %s what GitHub calls it', (level, begin) => {
    expect(lines({ findings: [finding({ level })] })[0]?.startsWith(begin)).toBe(true);
  });

  it('have columns within one line only', () => {
    expect(lines({ findings: [finding({ endLine: 21 })] })[0]).toContain('line=21,endLine=21,col=7,endColumn=29,title=verify-failure-dead-end::');
    expect(lines({ findings: [finding()] })[0]).toContain('line=21,endLine=24,title=');
  });

  it('escape what would end a property or the line', () => {
    const [line] = lines({ findings: [finding({ file: 'a,b:c%.yaml', message: '100% sure', journey: [] })] });
    expect(line).toMatch(/^::error file=a%2Cb%3Ac%25\.yaml,/u);
    expect(line).toContain('::100%25 sure%0AInstead: ');
  });

  it('name the place in words where GitHub cannot show it', () => {
    expect(lines({ findings: [finding({ file: '../x.yaml' })] })[0]).toMatch(/^::error title=verify-failure-dead-end::\.\.\/x\.yaml:21: When/u);
  });

  it('are fewer when it is to be quiet', () => {
    expect(
      lines({ findings: [finding({ level: 'advice' }), finding()], problems: [{ file: 'a', message: 'b', severity: 'advice' }] }, 'error'),
    ).toHaveLength(1);
  });
});

describe('hostile texts', () => {
  const PIECES = [
    '\u001b[31m',
    '\u009b2J',
    '\u0007',
    '\u0000',
    '\r',
    '\n',
    '\r\n',
    '::error::x',
    '::set-output name=a::b',
    '##[error]x',
    '##vso[task.setvariable variable=x]y',
    '##teamcity[x]',
    '%0A',
    '%',
    '\u2028',
    '\u2029',
    '\u0085',
    '\ud800',
    '\udc00',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u061c',
    '"',
    '\\',
    '](',
    '{0}',
    ' ',
    'word',
    ',',
    '😀',
  ];
  const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
  const reportOf = (nasty: string): Report => {
    const journey = [station(1, [nasty], { file: nasty, label: nasty }), station(2, [nasty, nasty], { text: nasty, choice: nasty })];
    return report({
      findings: [finding({ message: nasty, instead: nasty, file: nasty, artefact: nasty, journey, against: journey })],
      unknowns: [{ rule: 'own/cancel', file: nasty, artefact: nasty, step: nasty, why: nasty }],
      problems: [{ file: nasty, message: nasty, severity: 'problem', line: 1, column: 1 }],
      exceptions: [{ by: 'comment', rule: 'own/cancel', because: nasty, file: nasty, line: 1, column: 1, hides: ['f'] }],
    });
  };
  const acts = (text: string): boolean =>
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/u.test(text) ||
    /##[a-z]*\[/iu.test(text);

  it('cannot act in a terminal, nor in the log of a CI run', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (nasty, verbose) => {
        const text = renderTerminal(reportOf(nasty), { width: 80, style: styleFor(false), verbose });
        expect(acts(text)).toBe(false);
        expect(text).not.toMatch(/^\s*::/mu);
      }),
    );
  });

  it('cannot break out of a GitHub annotation', () => {
    fc.assert(
      fc.property(hostile, (nasty) => {
        const text = renderGithub(reportOf(nasty), { paths: repositoryPaths('/home/jane/project') });
        expect(acts(text)).toBe(false);
        const commands = text.split('\n').filter((line) => /^\s*::/u.test(line));
        expect(commands).toHaveLength(2);
        for (const line of commands) {
          const [whole, properties = ''] = /^::error (.*?)::(.*)$/u.exec(line) ?? [];
          expect(properties.split(',').every((property) => /^(?:file|line|endLine|col|endColumn|title)=[^:,]*$/u.test(property))).toBe(true);
          expect(whole).toBe(line);
        }
      }),
    );
  });

  it('cannot break SARIF or JSON', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('all' as const, 'alerts' as const), (nasty, results) => {
        const hidden = [{ finding: finding({ message: nasty }), by: reportOf(nasty).exceptions[0]! }];
        const text = renderSarif(input({ report: reportOf(nasty), hidden, results }));
        expect(acts(text)).toBe(false);
        expect(faults(text)).toEqual([]);
        const shown: string[] = [];
        const told: string[] = [];
        JSON.parse(text, (key, value: unknown) => {
          if (key === 'uri') expect(value).toMatch(/^[\w\-.~:/?#@!$&'()*+,;=%]*$/u);
          if (key === 'text' && typeof value === 'string') told.push(value);
          if ((key === 'text' || key === 'justification' || key === 'name') && typeof value === 'string') shown.push(value);
          return value;
        });
        expect(shown.some((one) => acts(one.replace(/##(?=[a-z]*\[)/giu, '')))).toBe(false);
        expect(told.some((one) => /\]\(|\{\d/u.test(one))).toBe(false);
        const json = renderJson(reportOf(nasty));
        expect(acts(json)).toBe(false);
        expect(JSON.parse(json)).toEqual(reportOf(nasty));
      }),
    );
  });
});
