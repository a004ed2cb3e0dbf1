import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reader } from '../../src/readers/amazon-connect/index.js';
import { expectLinear } from '../growth.js';
import { casesIn, describeLift, withWrongTypes } from '../reader-cases.js';
import { artefactsOf, expectWhole, readingWith } from '../reading.js';

// Expected files are written by `npx vitest run packages/core/test/amazon-connect -u` and read by eye.
const cases = casesIn(join(import.meta.dirname, 'cases'));
const { textOf } = cases;

const readText = readingWith(reader);

describeLift(cases, readText);

describe('what is named', () => {
  it('names no account', () => {
    for (const file of cases.files) {
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
  it('takes wrong types everywhere', () => {
    const seeds = cases.files.filter((file) => file.endsWith('.json')).map((file) => JSON.parse(textOf(file)) as unknown);
    withWrongTypes(seeds, ['$.', '${', '<', { Actions: 7 }], 41, (text) => {
      artefactsOf(readText('x.json', text)).forEach(expectWhole);
    });
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
