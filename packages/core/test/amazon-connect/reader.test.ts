import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reader } from '../../src/readers/amazon-connect/index.js';
import { locate } from '../../src/source/locate.js';
import { dump } from '../dump.js';
import { expectLinear } from '../growth.js';
import { artefactsOf, expectWhole, readingWith, told } from '../reading.js';

// Expected files are written by `npx vitest run packages/core/test/amazon-connect -u` and read by eye.
const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder)
  .filter((file) => /\.(?:json|yaml)$/u.test(file))
  .sort();
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

const readText = readingWith(reader);

describe('lift', () => {
  it.each(cases)('%s', async (file) => {
    const result = readText(file, textOf(file));
    const steps = artefactsOf(result).map((artefact) => `${dump(artefact)}\n`);
    await expect(`${(result?.problems ?? []).map(told).join('')}${steps.join('')}`).toMatchFileSnapshot(
      join(folder, file.replace(/\.\w+$/u, '.steps.txt')),
    );
  });

  it.each(cases)('%s is whole', (file) => {
    const artefacts = artefactsOf(readText(file, textOf(file)));
    expect(artefacts.length).toBeGreaterThan(0);
    artefacts.forEach(expectWhole);
  });

  it.each(cases)('%s points at its steps and words', (file) => {
    const text = textOf(file);
    for (const { syntax, steps, utterances } of artefactsOf(readText(file, text))) {
      for (const { route, text: words } of utterances) {
        const place = locate({ path: file, text }, syntax, route);
        const line = text.split('\n')[place.line - 1] ?? '';
        if (words !== undefined && !words.includes('⟨')) expect(line).toContain(words.split(' ')[0]);
      }
      for (const { route } of steps) expect(locate({ path: file, text }, syntax, route).line).toBeGreaterThan(0);
    }
  });

  it('names no account', () => {
    for (const file of cases) {
      for (const { steps, name } of artefactsOf(readText(file, textOf(file)))) {
        for (const { label, data, refers } of steps)
          expect(`${name} ${label} ${JSON.stringify(data)} ${(refers ?? []).map((each) => each.label).join(' ')}`).not.toContain('111122223333');
      }
    }
  });
});

describe('recognition', () => {
  it.each([
    ['no flow', '{"Actions": [{"do": "it"}], "Identifier": 1}', 'not ours'],
    ['an IAM policy', '{"Version": "2012-10-17", "Statement": [{"Actions": ["x"], "Identifier": "StartAction"}]}', 'not ours'],
    ['a list', '[]', 'not ours'],
    ['no blocks', '{"Version": "2019-10-30", "StartAction": "x", "Metadata": {}, "Actions": []}', '0 flows'],
    [
      'a first block that is not there',
      '{"Version": "2019-10-30", "StartAction": "x", "Actions": [{"Identifier": "y", "Type": "DisconnectParticipant"}]}',
      '0 flows, advice',
    ],
    ['content that is no JSON', '{"Name": "x", "Type": "CONTACT_FLOW", "Content": "{\\"Actions\\": [Identifier"}', 'not read, problem'],
    [
      'content as a map',
      '{"Name": "x", "Content": {"StartAction": "y", "Actions": [{"Identifier": "y", "Type": "DisconnectParticipant"}]}}',
      '1 flows',
    ],
    [
      'a list of flows',
      '{"ContactFlows": [{"StartAction": "y", "Actions": [{"Identifier": "y", "Type": "DisconnectParticipant"}]}, {"StartAction": "y", "Actions": [{"Identifier": "y", "Type": "DisconnectParticipant"}]}]}',
      '2 flows',
    ],
    ['half a file', '{"Version": "2019-10-30", "StartAction": "x", "Actions": [{"Identifier"', 'not ours'],
  ])('%s', (_name, text, expected) => {
    const result = readText('x.json', text);
    const problems = (result?.problems ?? []).map(({ severity }) => `, ${severity ?? 'problem'}`).join('');
    expect(result === undefined ? 'not ours' : `${result.ok ? `${result.artefacts.length} flows` : 'not read'}${problems}`).toBe(expected);
  });

  it.each(['{"flow": "x"}', '', 'flow: x', '{"modules": []}'])('leaves %j alone', (text) => {
    expect(readText('x.json', text)).toBeUndefined();
  });

  it('gives flows of one file ids of their own', () => {
    const flow = { StartAction: 'y', Metadata: { name: 'Same' }, Actions: [{ Identifier: 'y', Type: 'DisconnectParticipant' }] };
    expect(artefactsOf(readText('x.json', JSON.stringify([flow, flow]))).map(({ id }) => id)).toEqual(['Same', 'Same (2)']);
  });
});

describe('robustness', () => {
  const seeds = cases.filter((file) => file.endsWith('.json')).map((file) => JSON.parse(textOf(file)) as unknown);
  const junk = fc.oneof(
    fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}, [[]], '$.', '__proto__', 'constructor', '${', '<', { Actions: 7 }),
    fc.string(),
    fc.array(fc.string()),
  );

  /** Puts junk in place of the values that `dice` picks. */
  const mutate = (value: unknown, dice: () => number, other: unknown): unknown => {
    if (dice() < 1) return other;
    if (Array.isArray(value)) return value.map((each: unknown) => mutate(each, dice, other));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mutate(each, dice, other)]));
  };

  it('takes wrong types everywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), junk, fc.infiniteStream(fc.integer({ min: 0, max: 40 })), (seed, other, stream) => {
        const text = JSON.stringify(mutate(seed, () => stream.next().value as number, other));
        const result = readText('x.json', text);
        artefactsOf(result).forEach(expectWhole);
      }),
      { numRuns: 1500 },
    );
  });

  it('takes names that objects have by nature', () => {
    const names = ['__proto__', 'constructor', 'toString', ':start', 'a:person'];
    const flow = {
      StartAction: 'constructor',
      Actions: names.map((name, index) => ({
        Identifier: name,
        Type: index === 1 ? 'toString' : 'TransferContactToQueue',
        Parameters: { [name]: name },
        Transitions: { NextAction: names[index + 1] ?? 'valueOf', Errors: [{ NextAction: names[index + 1], ErrorType: name }] },
      })),
    };
    artefactsOf(readText('x.json', JSON.stringify(flow))).forEach(expectWhole);
  });

  it('takes a text cut off anywhere', () => {
    const text = textOf('main-menu.json');
    for (let end = 0; end < text.length; end += 97) expect(() => readText('x.json', text.slice(0, end))).not.toThrow();
  });

  it('reads a long flow in linear time', () => {
    const chain = (length: number): string =>
      JSON.stringify({
        StartAction: 'b0',
        Actions: Array.from({ length }, (_, index) => ({
          Identifier: `b${index}`,
          Type: [
            'InvokeLambdaFunction',
            'UpdateContactTargetQueue',
            'TransferContactToQueue',
            'Compare',
            'UpdateContactEventHooks',
            'GetParticipantInput',
          ][index % 6],
          Parameters: {
            ComparisonValue: '$.StoredCustomerInput',
            EventHooks: { CustomerQueue: `flow ${index}` },
            StoreInput: 'True',
            Text: 'Enter your PIN',
          },
          Transitions: { NextAction: `b${index + 1}`, Errors: [{ NextAction: `b${(index * 7) % length}`, ErrorType: 'NoMatchingError' }] },
        })),
      });
    expectLinear(1500, chain, (text) => expect(artefactsOf(readText('x.json', text))).toHaveLength(1));
  });
});
