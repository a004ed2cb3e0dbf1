import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, compile, link, locate, read, settleAll, type RuleDocument, type Settled } from '../../src/index.js';
import { commentsOf } from '../../src/report/comments.js';

const rule = (id: string, kind: string): RuleDocument => ({
  source: { path: `${id}.yaml`, text: '' },
  pack: 'own',
  value: {
    rule: id,
    title: id,
    suffers: 'They wait.',
    about: 'flow',
    level: 'error',
    certainty: 'high',
    forbid: { step: kind },
    message: `{at} is a ${kind}.`,
    instead: 'Help.',
    sources: [{ seed: 'M1' }],
  },
});
const documents = [rule('no-voicemail', 'voicemail'), rule('no-callback', 'callback'), rule('no-menu', 'menu'), rule('no-start', 'start')];
const IDS = documents.map(({ value }) => `own/${(value as { rule: string }).rule}`);
const rules = compile({ documents, assume: {}, settings: IDS.map((id) => ({ id, level: 'error', options: {}, applies: () => true })) });

/** Every flow has a start: its rule runs only where it is asked for. */
const USUAL = IDS.filter((id) => id !== 'own/no-start');

const settled = (text: string, ran: readonly string[] = USUAL): Settled => {
  const source = { path: 'flow.yaml', text };
  const result = read(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const service = link([...result.artefacts]);
  return settleAll(
    check(
      service,
      rules.filter(({ id }) => ran.includes(id)),
    ),
    {
      version: '1',
      textOf: () => source,
      locate,
      problems: [],
      waivers: [],
      today: '2026-11-21',
      isDue: () => true,
      coverage: { files: 1, read: 1, unclaimed: 0, skipped: 0, failed: 0, artefacts: {}, steps: 0, rules: 3 },
      directives: { files: ['flow.yaml'], artefacts: service.artefacts, known: [...IDS, 'transfer-loop'], ran: (id) => ran.includes(id) },
    },
  );
};
const said = (text: string, ran?: readonly string[]): string[] => settled(text, ran).report.findings.map(({ rule: id, line }) => `${line} ${id}`);
const hides = (text: string): string[] =>
  settled(text).report.exceptions.map(({ by, rule: id, line, because }) => `${by} ${id} at ${line ?? 0}: ${because ?? ''}`);

const flow = (...lines: readonly string[]): string =>
  ['flow: x', 'channel: phone', 'steps:', ...lines.map((line) => `  ${line}`), '  - end: solved', ''].join('\n');
const NEXT = 'carelint-disable-next-line';
const STEP = 'carelint-disable-step';

describe('a comment for the next line', () => {
  it('hides what its rules find there, and is listed with its reason and place', () => {
    const text = flow('- say: Hello.', `# ${NEXT} own/no-voicemail -- Nobody works at night.`, '- voicemail: Desk');
    expect(said(text)).toEqual([]);
    const { report, hidden } = settled(text);
    expect(report.exceptions).toMatchObject([
      {
        by: 'comment',
        rule: 'own/no-voicemail',
        because: 'Nobody works at night.',
        file: 'flow.yaml',
        line: 5,
        column: 3,
        hides: [expect.any(String)],
      },
    ]);
    expect(report.summary.waived).toBe(1);
    expect(hidden).toMatchObject([{ finding: { rule: 'own/no-voicemail', line: 6 }, by: { by: 'comment' } }]);
  });

  it.each([
    ['leaves other rules', [`# ${NEXT} own/no-callback -- x.`, '- voicemail: Desk'], ['4 unused-directive', '5 own/no-voicemail']],
    ['leaves other lines', [`# ${NEXT} own/no-voicemail -- x.`, '- say: Hi.', '- voicemail: Desk'], ['4 unused-directive', '6 own/no-voicemail']],
    ['passes over blank lines and other comments', [`# ${NEXT} own/no-voicemail -- x.`, '', '# for the night', '- voicemail: Desk'], []],
    ['may be one of several', [`# ${NEXT} own/no-callback -- x.`, `# ${NEXT} own/no-voicemail -- y.`, '- voicemail: Desk'], ['4 unused-directive']],
    ['may stand at the end of a line', [`- say: Hi. # ${NEXT} own/no-voicemail -- x.`, '- voicemail: Desk'], []],
    ['may name several rules', [`# ${NEXT} own/no-voicemail, own/no-callback -- x.`, '- voicemail: Desk'], ['4 unused-directive']],
    ['counts lines as editors do', [`# ${NEXT} own/no-voicemail -- x.\r`, '- voicemail: Desk\r'], []],
  ])('%s', (_name, lines, expected) => {
    expect(said(flow(...lines))).toEqual(expected);
  });
});

describe('a comment for a step', () => {
  const menu = (...inner: readonly string[]): string[] => [
    '- menu: Which?',
    '  choices:',
    '    1 Bills:',
    ...inner.map((line) => `      ${line}`),
    '    2 Other: [{ end: solved }]',
  ];

  it.each([
    ['stands before the step', [`# ${STEP} own/no-menu -- x.`, ...menu('- end: solved')], []],
    ['stands in it', ['- voicemail: Desk', `  # ${STEP} own/no-voicemail -- x.`, '  within: 2 hours'], []],
    ['stands beside it', [`- voicemail: Desk # ${STEP} own/no-voicemail -- x.`], []],
    [
      'means the inner step before which it stands',
      menu(`# ${STEP} own/no-voicemail -- x.`, '- voicemail: Desk', '- end: solved'),
      ['4 own/no-menu'],
    ],
    [
      'means the outer step where it stands in no inner one',
      ['- menu: Which?', `  # ${STEP} own/no-menu -- x.`, '  choices:', '    1 Bills: [{ end: solved }]', '    2 Other: [{ end: solved }]'],
      [],
    ],
    ['means no other step', [`# ${STEP} own/no-voicemail -- x.`, '- say: Hi.', '- voicemail: Desk'], ['4 unused-directive', '6 own/no-voicemail']],
    ['hides several rules', [`# ${STEP} own/no-menu, own/no-voicemail -- x.`, '- voicemail: Desk'], ['4 unused-directive']],
  ])('%s', (_name, lines, expected) => {
    expect(said(flow(...lines))).toEqual(expected);
  });

  it('before a flow means its beginning', () => {
    expect(said('flow: x\nchannel: phone\nsteps:\n  - end: solved\n', IDS)).toEqual(['1 own/no-start']);
    expect(said(`# ${STEP} own/no-start -- x.\nflow: x\nchannel: phone\nsteps:\n  - end: solved\n`, IDS)).toEqual([]);
  });

  it('is wrong where there is no step', () => {
    expect(said(`# a flow\nflow: x\nchannel: phone\n# ${STEP} own/no-menu -- x.\n\ntitle: X\nsteps:\n  - end: solved\n`)).toEqual([
      '4 bad-directive',
    ]);
  });
});

describe('a comment with a mistake', () => {
  it.each([
    [`${NEXT} own/no-voicemail`, 'does not say why'],
    [`${NEXT} own/no-voicemail --`, 'does not say why'],
    [`${NEXT} own/no-voicemail -- ...`, 'does not say why'],
    [`${NEXT} own/no-voicemail because it is night`, 'Put commas between several, and the reason after `--`.'],
    [`${NEXT} own/no-voicemial -- x`, 'There is no rule `own/no-voicemial`. Did you mean `own/no-voicemail`?'],
    [`${NEXT} transferloop -- x`, 'Did you mean `transfer-loop`?'],
    [`${NEXT} -- x`, 'names no rule, and nothing switches all of them off'],
    [NEXT, 'names no rule'],
    [`${NEXT} * -- x`, '`*` is no rule, and nothing switches all of them off'],
    [`${NEXT} own/* -- x`, 'nothing switches all of them off'],
    [`${NEXT} all -- x`, 'nothing switches all of them off'],
    [`${NEXT} unused-directive -- x`, '`unused-directive` cannot be switched off.'],
    ['carelint-disable-nextline own/no-voicemail -- x', 'Did you mean `carelint-disable-next-line`?'],
    ['carelint-disable own/no-voicemail -- x', 'There is no comment `carelint-disable`.'],
    ['carelint-disable-file own/no-voicemail -- x', 'There is no comment `carelint-disable-file`.'],
  ])('%s', (comment, message) => {
    const { report } = settled(flow(`# ${comment}`, '- voicemail: Desk'));
    expect(report.findings.map(({ rule: id }) => id)).toEqual(['bad-directive', 'own/no-voicemail']);
    expect(report.findings[0]).toMatchObject({
      level: 'error',
      file: 'flow.yaml',
      line: 4,
      column: 3,
      message: expect.stringContaining(message) as string,
    });
  });

  it('stands where nothing follows', () => {
    expect(said(`${flow('- voicemail: Desk')}# ${NEXT} own/no-voicemail -- x.\n`)).toEqual(['4 own/no-voicemail', '6 bad-directive']);
  });
});

describe('an unused comment', () => {
  it('names the rules that find nothing, and no others', () => {
    const { report } = settled(flow(`# ${NEXT} own/no-voicemail, own/no-callback, own/no-menu -- x.`, '- voicemail: Desk'));
    expect(report.findings).toMatchObject([
      { rule: 'unused-directive', level: 'warning', message: expect.stringContaining('own/no-callback, own/no-menu') as string },
    ]);
  });

  it('is not told of rules that did not run', () => {
    const text = flow(`# ${NEXT} own/no-callback -- x.`, '- say: Hi.');
    expect(said(text)).toEqual(['4 unused-directive']);
    expect(said(text, ['own/no-voicemail'])).toEqual([]);
  });
});

describe('what is no comment', () => {
  it.each([
    ['a block of text', ['- say: |', `    # ${NEXT} own/no-voicemail -- x.`, '- voicemail: Desk']],
    ['a folded block', ['- say: >-', '    Hello.', `    # ${NEXT} own/no-voicemail -- x.`, '- voicemail: Desk']],
    ['quotes over several lines', ['- say: "Hello', `    # ${NEXT} own/no-voicemail -- x."`, '- voicemail: Desk']],
    ['quotes', [`- say: 'Press # ${NEXT} own/no-voicemail -- x.'`, '- voicemail: Desk']],
    [
      'a key in quotes',
      ['- menu: Which?', '  choices:', `    '1 # ${NEXT} own/no-voicemail -- x.': [{ voicemail: Desk }]`, '    2 Other: [{ end: solved }]'],
    ],
    ['the words of another comment', [`# write # ${NEXT} own/no-voicemail -- x. here`, '- voicemail: Desk']],
    ['what begins in the midst of words', [`- say: Hi#${NEXT} own/no-voicemail -- x.`, '- voicemail: Desk']],
  ])('%s', (_name, lines) => {
    const text = flow(...lines);
    expect(said(text).filter((line) => line.endsWith('own/no-voicemail'))).toHaveLength(1);
    expect(hides(text)).toEqual([]);
    expect(said(text).filter((line) => line.includes('directive'))).toEqual([]);
  });

  it('is a comment beside a block of text, and after it', () => {
    expect(hides(flow(`- say: | # ${STEP} own/no-voicemail -- x.`, '    Hello.', `# ${NEXT} own/no-voicemail -- y.`, '- voicemail: Desk'))).toEqual([
      'comment own/no-voicemail at 6: y.',
    ]);
  });

  it('is none in JSON', () => {
    expect(commentsOf({ path: 'a.json', text: `{ "a": "x", "b": "# ${NEXT} own/no-voicemail -- x." }` }, 'json')).toEqual([]);
  });

  it('is none in what does not parse', () => {
    expect(commentsOf({ path: 'a.yaml', text: `a: [\n# ${NEXT} x -- y\n` }, 'yaml')).toEqual([]);
  });
});

describe('texts of any kind', () => {
  const PIECES = [
    '# ',
    'carelint-disable-next-line',
    'carelint-disable-step',
    ' own/no-voicemail',
    ' -- ',
    'why',
    '\n',
    '  ',
    '- say: ',
    '|',
    '"',
    "'",
    '\u2028',
    '{{x}}',
    ',',
    '*',
    ':',
    '\t',
    '\ud800',
  ];

  it('never make the search for comments fail, and what it finds stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { text: words, place } of commentsOf({ path: 'a.yaml', text }, 'yaml')) {
          const line = text.split(/\r\n|\n|\r/u)[place.line - 1] ?? '';
          expect(line.slice(place.column - 1, place.endColumn - 1)).toMatch(/^#[\t ]*carelint-/u);
          expect(line).toContain(words);
        }
      }),
    );
  });

  it('in a text that is said switch nothing off', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => piece !== '\ud800')), { maxLength: 20 }), (pieces) => {
        const text = flow(`- say: ${JSON.stringify(`x${pieces.join('')}`)}`, '- voicemail: Desk');
        expect(said(text)).toEqual(['5 own/no-voicemail']);
      }),
    );
  });
});
