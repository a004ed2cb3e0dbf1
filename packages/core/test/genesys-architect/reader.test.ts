import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.js';
import type { Artefact } from '../../src/model/artefact.js';
import { reader } from '../../src/readers/genesys-architect/index.js';
import { locate } from '../../src/source/locate.js';
import { parseDocument } from '../../src/source/parse-document.js';
import { casesIn, describeLift, withWrongTypes } from '../reader-cases.js';
import { artefactsOf, expectWhole, readingWith } from '../reading.js';

// Expected files are written by `npx vitest run packages/core/test/genesys-architect -u` and read by eye.
const cases = casesIn(join(import.meta.dirname, 'cases'));
const { textOf } = cases;

const readText = readingWith(reader);

/** What Architect's "Export" writes. */
const pack = (json: string): string => Buffer.from(encodeURIComponent(json)).toString('base64');

/** Whole, and nothing in it that nobody comes to. */
const expectReached = (artefact: Artefact): void => {
  expectWhole(artefact);
  const { steps, edges, start } = artefact;
  const ids = steps.map(({ id }) => id);
  const reached = new Set([start ?? '']);
  for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to);
  expect(ids.filter((id) => !reached.has(id))).toEqual([]);
};

describeLift(cases, readText, expectReached);

describe('what is left out', () => {
  it('leaves out what nobody comes to', () => {
    const ids = artefactsOf(readText('main-line.yaml', textOf('main-line.yaml'))).flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith('Old message'))).toEqual([]);
  });
});

describe('exports', () => {
  const json = textOf('export.json');

  it('reads what is packed like what is not, with all places in its one line', () => {
    const [plain] = artefactsOf(readText('Example Gas.json', json));
    const packed = pack(json);
    const [unpacked] = artefactsOf(readText('Example Gas.i3InboundFlow', packed));
    expect(unpacked?.edges).toEqual(plain?.edges);
    expect(unpacked?.utterances.map(({ text }) => text)).toEqual(plain?.utterances.map(({ text }) => text));
    expect(unpacked?.steps.find(({ id }) => id === 'Start/#14')?.label).toContain('#14');
    for (const { route } of unpacked?.steps ?? [])
      expect(locate({ path: 'x.i3InboundFlow', text: packed }, unpacked?.syntax ?? 'yaml', route).line).toBe(1);
  });

  it('keeps every letter', () => {
    const [flow] = artefactsOf(readText('x.i3InboundFlow', `${pack(json.replaceAll('gas', 'Gas – ça coûte 100 % “à vous”'))}\n`));
    expect(flow?.utterances.some(({ text }) => text?.includes('Gas – ça coûte 100 % “à vous”'))).toBe(true);
  });

  it.each(['JTdC', 'JTdCJTI', 'JTdC!!!', `JTdC${'A'.repeat(64)}`, pack('{"a": 1}'), pack('{"flowSequenceItemList": [], "type": "juggling"}')])(
    'says that it cannot unpack %s',
    (text) => {
      const result = readText('x.i3InboundFlow', text);
      expect(result?.ok).toBe(false);
      expect(result?.problems).toHaveLength(1);
    },
  );
});

describe('linking', () => {
  const linked = link(cases.files.flatMap((file) => artefactsOf(readText(file, textOf(file)))));
  const tied = linked.ties.map(
    ({ from, step, as, to }) =>
      `${linked.artefacts[from]?.name ?? ''} | ${step.split('/').at(-1) ?? ''} | ${as} | ${linked.artefacts[to]?.name ?? ''}`,
  );

  it('ties flows to flows, queues to what is heard in them, and tasks to those that call them', () => {
    expect(tied.sort()).toEqual([
      'Card payment | Call Common Module | call | Greeting by name',
      'Example Water main line | Identify for a copy | call | Example Water main line: Identify',
      'Example Water main line | Identify for payment | call | Example Water main line: Identify',
      'Example Water main line | Leaks | hold | Waiting for leaks',
      'Example Water main line | Take the card | transfer | Card payment',
      'messages | Call Bot Flow | call | Helper',
    ]);
  });

  it('makes the unknown of what is not there', () => {
    const gas = linked.artefacts.find(({ name }) => name === 'Example Gas');
    expect(gas?.steps.find(({ id }) => id === 'Main Menu/#21:hold')?.data.why).toBe('the flow "Waiting" is not among the files read');
  });
});

describe('recognition', () => {
  it.each([
    ['a pipeline', 'workflow:\n  rules:\n    - if: $CI\nstates: []\n', 'not ours'],
    ['states of something else', 'workflow:\n  states: [open, closed]\n', 'not ours'],
    ['a bot of something else', 'bot:\n  name: x\n  tasks:\n    - run: it\n', 'not ours'],
    ['JSON with the same list', '{"flowSequenceItemList": 1}', 'not ours'],
    ['a list', '- inboundCall:\n    startUpRef: x\n', 'not ours'],
    ['a flow in JSON', '{"inboundCall": {"name": "x", "startUpTaskActions": [{"disconnect": {}}]}}', '1 flows'],
    ['a key in capitals', 'inQueueCall:\n  name: x\n  startUpTaskActions:\n    - holdMusic: {}\n', '1 flows'],
    ['a conflict of Git', 'inboundCall:\n<<<<<<< HEAD\n  name: a\n=======\n  name: b\n>>>>>>> dev\n  startUpRef: x\n', 'not read, problem'],
    ['half a file', 'inboundCall:\n  name: "x\n  startUpRef: x\n', 'not read, problem'],
    [
      'a doubled output',
      'inboundCall:\n  startUpTaskActions:\n    - decision:\n        outputs:\n          yes: {}\n          yes: {}\n',
      '1 flows, advice',
    ],
    ['an empty task', 'inboundCall:\n  startUpRef: ./tasks/task[a]\n  tasks:\n    - task:\n        refId: a\n', '1 flows'],
  ])('%s', (_name, text, expected) => {
    const result = readText('x.yaml', text);
    const problems = (result?.problems ?? []).map(({ severity }) => `, ${severity ?? 'problem'}`).join('');
    expect(result === undefined ? 'not ours' : `${result.ok ? `${result.artefacts.length} flows` : 'not read'}${problems}`).toBe(expected);
  });

  it('gives flows of one file ids of their own', () => {
    const flow = { name: 'Same', startUpTaskActions: [{ disconnect: {} }] };
    expect(artefactsOf(readText('x.json', JSON.stringify({ inboundCall: flow, inqueueCall: flow }))).map(({ id }) => id)).toEqual([
      'Same',
      'Same (2)',
    ]);
  });
});

describe('robustness', () => {
  it('takes wrong types everywhere', () => {
    const seeds = cases.files.map((file) => parseDocument({ path: file, text: textOf(file) }).value);
    const own = ['{{', 'If(', '"', { lit: 7 }, { exp: 'Append(' }, { text: 'x', config: 1 }];
    withWrongTypes(seeds, own, 61, (text) => {
      artefactsOf(readText('x.json', text)).forEach(expectReached);
      artefactsOf(readText('x.i3InboundFlow', pack(text))).forEach(expectReached);
    });
  });

  it('takes a text cut off anywhere', () => {
    for (const file of ['main-line.yaml', 'messages.yaml', 'rounds.yaml']) {
      const text = textOf(file);
      for (let end = 0; end < text.length; end += 61) expect(() => readText('x.yaml', text.slice(0, end))).not.toThrow();
    }
  });

  it('takes any expression', () => {
    const part = fc.constantFrom(
      'Append(',
      'If(',
      'ToAudioTTS("',
      '"',
      ')',
      ',',
      'Flow.x',
      '==',
      '[',
      ']',
      '(',
      ' ',
      '\\',
      'AudioPlaybackOptions(',
      'not ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const exp = parts.join('');
        const actions = [{ playAudio: { audio: { exp } } }, { decision: { condition: { exp } } }, { disconnect: {} }];
        artefactsOf(readText('x.json', JSON.stringify({ inboundCall: { startUpTaskActions: actions } }))).forEach(expectReached);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes names that objects have by nature', () => {
    const names = ['__proto__', 'constructor', 'toString', ':start', ':return'];
    const tasks = names.map((name, index) => ({
      task: {
        name,
        refId: name,
        actions: [
          {
            [names[(index + 1) % 5] ?? '']: {
              name,
              outputs: { [name]: { actions: [{ jumpToTask: { targetTaskRef: `task[${names[(index + 2) % 5] ?? ''}]` } }] } },
            },
          },
        ],
      },
    }));
    artefactsOf(readText('x.json', JSON.stringify({ inboundCall: { name: 'constructor', startUpRef: 'task[__proto__]', tasks } }))).forEach(
      expectReached,
    );
  });

  it('reads a long flow in linear time', () => {
    const chain = (length: number): string => {
      const task = (index: number): unknown => ({
        task: {
          name: `t${index}`,
          actions: [
            { callTask: { name: 'a', targetTaskRef: `task[t${index + 1}]`, outputs: { Success: { actions: [{ disconnect: {} }] } } } },
            { callTask: { name: 'b', targetTaskRef: `task[t${index + 2}]` } },
            {
              collectInput: {
                inputAudio: { exp: `Append(${'"x", '.repeat(20)}"y")` },
                outputs: { failure: { actions: [{ jumpToTask: { targetTaskRef: `task[t${(index * 7) % length}]` } }] } },
              },
            },
          ],
        },
      });
      return JSON.stringify({ inboundCall: { startUpRef: 'task[t0]', tasks: Array.from({ length }, (_, index) => task(index)) } });
    };
    const time = (length: number): number => {
      const text = chain(length);
      const from = performance.now();
      expect(artefactsOf(readText('x.json', text)).length).toBeGreaterThan(0);
      return performance.now() - from;
    };
    time(100);
    expect(time(3000)).toBeLessThan(4000);
  });
});
