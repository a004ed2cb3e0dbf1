import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/readers/reader.js';
import { reader } from '../../src/readers/native/index.js';
import { parseDocument } from '../../src/source/parse-document.js';
import type { Problem } from '../../src/source/source.js';
import { dump } from './dump.js';

// Expected files are written by `npx vitest run packages/core/test/native -u` and read by eye.
const folder = (name: string): string => join(import.meta.dirname, name);
const yamlIn = (name: string): readonly string[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.yaml'))
    .sort();

const readText = (path: string, text: string): ReadResult | undefined => {
  const source = { path, text };
  return reader.mayClaim(source) ? reader.read(parseDocument(source)) : undefined;
};
const readFile = (name: string, file: string): ReadResult | undefined => readText(file, readFileSync(join(folder(name), file), 'utf8'));

const told = ({ path, place, message, severity }: Problem): string =>
  `${path}:${place?.line ?? '-'}:${place?.column ?? '-'}${severity === 'advice' ? ' (advice)' : ''} ${message}`;

const lines = (result: ReadResult | undefined): string =>
  result === undefined ? 'not ours\n' : `${[result.ok ? 'read' : 'not read', ...(result.problems ?? []).map(told)].join('\n')}\n`;

describe('lift', () => {
  it.each(yamlIn('cases'))('%s', async (file) => {
    const result = readFile('cases', file);
    const problems = (result?.problems ?? []).map((problem) => `${told(problem)}\n`).join('');
    const steps = result?.ok === true ? result.artefacts.map(dump).join('\n') : '';
    await expect(`${problems}${steps}`).toMatchFileSnapshot(join(folder('cases'), file.replace('.yaml', '.steps.txt')));
  });

  it.each(yamlIn('cases'))('%s is whole: ids are unique, edges have both ends, all but ends lead on', (file) => {
    const result = readFile('cases', file);
    for (const { steps, edges, start } of result?.ok === true ? result.artefacts : []) {
      const ids = new Set(steps.map(({ id }) => id));
      expect(ids.size).toBe(steps.length);
      expect(start === undefined ? steps.length === 0 : ids.has(start)).toBe(true);
      for (const { from, to } of edges) expect([from, to].filter((id) => !ids.has(id))).toEqual([]);
      const leading = new Set(edges.map(({ from }) => from));
      expect(steps.filter(({ id, kind }) => !leading.has(id) && !['end', 'return', 'unknown', 'person', 'transfer', 'page'].includes(kind))).toEqual(
        [],
      );
    }
  });
});

describe('mistakes', () => {
  it.each(yamlIn('mistakes'))('%s', async (file) => {
    await expect(lines(readFile('mistakes', file))).toMatchFileSnapshot(join(folder('mistakes'), file.replace('.yaml', '.txt')));
  });
});

describe('recognition', () => {
  it.each([
    ['a name after `flow:`', 'flow: x\nchannel: phone\nsteps: [{end: solved}]', 'read'],
    ['comments, marks and quotes before it', '# c\n\n---\n"flow": x\nchannel: phone\nsteps: [{end: solved}]', 'read'],
    ['JSON', '{"flow": "x", "channel": "phone", "steps": [{"end": "solved"}]}', 'read'],
    ['lone CR', '# old editor\rflow: x\rchannel: phone\rsteps:\r  - end: solved\r', 'read'],
    [
      'JSON with a key twice',
      '{"flow": "x", "channel": "phone", "steps": [{"end": "solved"}],\n"channel": "chat"}',
      'not read\na.yaml:2:1 `channel` stands twice in the same block; the other is at line 1. Keep one.',
    ],
    ['JSON of somebody else with a key twice', '{"name": "x", "name": "y"}', 'not ours'],
    ['CRLF', 'flow: x\r\nchannel: phone\r\nsteps:\r\n  - end: solved\r\n', 'read'],
    ['a name after `script:`', 'script: x\nalways: [Listen first.]', 'read'],
    ['a script in JSON', '{"script": "x", "never": ["Hurry."]}', 'read'],
    ['a map after `script:`, as build files have it', 'script:\n  - npm test', 'not ours'],
    ['a command after `script:`, as build files have it', 'script: npm test\nlanguage: node_js', 'not ours'],
    ['an operations document', 'operations: x', 'read'],
    ['a map after `operations:`', 'operations:\n  name: x', 'not ours'],
    ['a site', 'site: x\npages: [{ page: home }]', 'read'],
    ['a name after `site:` in a file of somebody else', 'site: x\ntheme: dark', 'not ours'],
    ['a map after `flow:`', 'flow:\n  name: x\nsteps: []', 'not ours'],
    ['a map after `site:`', 'site:\n  title: x', 'not ours'],
    ['an address after `site:`', 'site: https://example.com\ntitle: x', 'not ours'],
    ['a map in brackets', 'flow: { name: x }', 'not ours'],
    ['another first key', 'name: x\nflow: y\nsteps: []', 'not ours'],
    ['a near miss without steps', 'flows: x\nother: 1', 'not ours'],
    ['a list', '- flow: x', 'not ours'],
    ['nothing', '', 'not ours'],
    ['a broken file of somebody else', 'name: "x\n', 'not ours'],
  ])('%s', (_, text, expected) => {
    expect(lines(readText('a.yaml', text)).trim()).toBe(expected);
  });

  it('leaves the keys in front of a page alone', () => {
    expect(readText('page.md', '---\nsite: x\n---\n# Title\n')).toBeUndefined();
  });
});
