import { describe, expect, it } from 'vitest';
import { quoteHoles } from '../../src/readers/amazon-connect/holes.js';
import { reader } from '../../src/readers/amazon-connect/index.js';
import { parseDocument } from '../../src/source/parse-document.js';
import { lifted, stepOf } from './helpers.js';
import { expectLinear } from '../growth.js';

const told = (path: string, text: string): readonly string[] | undefined => {
  const source = { path, text };
  const result = reader.mayClaim(source) ? reader.read(parseDocument(source)) : undefined;
  return result?.problems?.map(({ place, message, severity }) => `${severity ?? 'problem'} ${place?.line ?? '-'} ${message.slice(0, 75)}`);
};
const actions = '"Actions": [{"Identifier": "a", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}';

describe('placeholders without quotes', () => {
  it.each([
    ['{"a": ${x}, "b": [{{y}}]}', '{"a": "${x}", "b": ["{{y}}"]}'],
    ['{"a": "${x}", "b": "\\"${y}"}', '{"a": "${x}", "b": "\\"${y}"}'],
    ['{"a": {"b": {}}}', '{"a": {"b": {}}}'],
  ])('%s', (text, expected) => {
    expect(quoteHoles(text)).toBe(expected);
  });

  it('are found in linear time', () => {
    expectLinear(25_000, (times) => `"${'\\\\"'.repeat(times)}`, quoteHoles);
    expectLinear(25_000, (times) => '${'.repeat(times), quoteHoles);
  });

  it('are read inside a wrapper', () => {
    const Content =
      '{"StartAction": "l", "Actions": [{"Identifier": "l", "Type": "Loop", "Parameters": {"LoopCount": ${rounds}}, "Transitions": {"NextAction": "l"}}]}';
    const flow = lifted({ Name: 'Main', Type: 'CONTACT_FLOW', Content });
    expect([stepOf(flow, 'l').kind, flow.route]).toEqual(['check', ['Content']]);
  });

  it('are told of in a whole file', () => {
    const message = 'This looks like an Amazon Connect flow with placeholders outside quotes, a ';
    expect(told('x.json.tftpl', `{"Version": "2019-10-30",\n"StartAction": "a", "X": \${count}, ${actions}]}`)).toEqual([`advice 2 ${message}`]);
    expect(told('x.json.tftpl', `{"StartAction": "a", ${actions}%{ if more }, {"Identifier": "b"}%{ endif }]}`)).toEqual([`advice 1 ${message}`]);
  });

  it('are nothing to tell of where they stand in quotes', () => {
    expect(told('x.json.tftpl', `{"StartAction": "a", "X": "\${count}", ${actions}]}`)).toBeUndefined();
  });
});

describe('a Terraform file', () => {
  const resource = (content: string): string => `resource "aws_connect_contact_flow" "main" {\n  name = "Main"\n  content = ${content}\n}\n`;
  const message = 'This looks like an Amazon Connect flow inside a Terraform file, a form that';

  it.each([
    ['jsonencode', 'jsonencode({\n  StartAction = "a"\n  Actions = [{ Identifier = "a" }]\n})', 4],
    ['a heredoc', `<<JSON\n{\n"StartAction": "a", ${actions}]}\nJSON`, 5],
  ])('with %s is told of', (_name, content, line) => {
    expect(told('main.tf', resource(content))).toEqual([`advice ${line} ${message}`]);
  });

  it('that takes the flow from a file is left alone', () => {
    expect(told('main.tf', resource('file("flows/StartAction.json") # Actions'))).toBeUndefined();
  });
});
