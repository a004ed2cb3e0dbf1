import type { Finding } from '@carelint/core';
import { instance } from '@viz-js/viz';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mermaidOfJourney } from '../src/drawing/mermaid.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';
import { stationsIn } from './station.js';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../examples');

const draw = async (cwd: string, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
  const output = heard();
  const code = await runProgram(['draw', '--config', 'none', ...args], output, cwd);
  return { code, out: output.outText(), err: output.errText() };
};

/** A chain of this many questions, of which every tenth leads to a common end. */
const chain = (length: number): string =>
  [
    'flow: long',
    'channel: phone',
    'steps:',
    ...Array.from({ length }, (_, index) => `  - say: "Sentence number ${index}."`),
    '  - verify: password\n    if-wrong: lost\n  - end: solved',
    'parts:\n  lost:\n    - say: We cannot help you.\n    - end: not-solved\n',
  ].join('\n');

describe('a drawing', () => {
  it.each(['mermaid', 'dot'])('of a flow and a journey as %s', async (format) => {
    const { code, out } = await draw(EXAMPLES, 'forgotten-password/first-call.yaml', '--finding', '1', '--format', format);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`golden/first-call.${format}`);
  });

  it('of two flows has a box for each, and the journey through both', async () => {
    const { out } = await draw(EXAMPLES, 'connect-instance', '--finding', '1', '--format', 'mermaid');
    expect(out).toContain('subgraph g0["Billing"]');
    expect(out).toContain('subgraph g1["Retention"]');
    expect(out).toContain('"1, 7 – Is passed on to: Retention"');
    expect(out).toMatch(/-\.->\|"passed on"\|/u);
  });

  it('as SVG tells its stations by numbers, and in words to those who do not see it', async () => {
    const { out } = await draw(EXAMPLES, 'forgotten-password/first-call.yaml', '--finding', '1');
    expect(out).toMatch(/role="img" aria-labelledby="t d"/u);
    expect(out).toMatch(/<desc id="d">18 steps\..*is asked “Please say your password\.” → fails the check/u);
    expect([...out.matchAll(/class="badge s(\d)"/gu)].map(([, number]) => number)).toEqual(['1', '2', '3']);
    expect(out).toContain('wrong / says nothing');
  });

  it('finds a finding by its fingerprint, and writes a file', async () => {
    const cwd = folderWith({ 'a.yaml': readFileSync(path.join(EXAMPLES, 'forgotten-password/first-call.yaml'), 'utf8') });
    const output = heard();
    await runProgram(['check', '--config', 'none', '--format', 'json', 'a.yaml'], output, cwd);
    const { findings } = JSON.parse(output.outText()) as { findings: readonly Finding[] };
    const { code, out } = await draw(cwd, 'a.yaml', '--finding', findings[0]!.fingerprint.slice(0, 8), '--output', 'a.svg');
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(path.join(cwd, 'a.svg'), 'utf8')).toContain('class="badge s3"');
  });

  it('of a large flow shows what is around the finding, and says what is left out', async () => {
    const cwd = folderWith({ 'long.yaml': chain(400) });
    const { out, err } = await draw(cwd, 'long.yaml', '--finding', '1', '--format', 'mermaid');
    const nodes = out.split('\n').filter((line) => /^ {2}n\d+\W/u.test(line) && !/>/u.test(line));
    expect(nodes.length).toBe(61);
    expect(out).toMatch(/… 3\d\d more steps/u);
    expect(out).toContain('Proves who they are');
    expect(err).toMatch(/^60 of 40\d steps are drawn\.$/mu);
  });

  it.each([
    [['flow.yaml', '--finding', '9'], /There is no finding `9`\. Name one by its number or its fingerprint: 1 \(\w+, [\w-]+ in flow\.yaml:\d+\)/u],
    [['flow.yaml', '--flow', 'none'], /There is no flow `none`\. There is `a`\./u],
    [['page.txt'], /There is no flow to draw/u],
    [['flow.yaml', '--format', 'png'], /Allowed choices are svg, mermaid, dot/u],
  ])('that cannot be made is explained: %s', async (args, message) => {
    const cwd = folderWith({ 'flow.yaml': 'flow: a\nchannel: phone\nsteps:\n  - say: Hello.\n  - end: not-solved\n', 'page.txt': 'Nothing.\n' });
    const { code, err } = await draw(cwd, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

const PIECES = [
  '<script>alert(1)</script>',
  '</text></svg>',
  '"]',
  '`',
  '%%{init: {}}%%',
  '#quot;',
  '&lt;',
  ']]>',
  '\u202e',
  '\\N',
  '\\',
  "'",
  ';',
  '-->',
  'end',
  '|',
  '\uffff',
  '😀',
];
const hostile = fc.array(fc.constantFrom(...PIECES, 'word', ' '), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

describe('hostile texts', () => {
  /** Everything that begins like markup, in order: were a text to become some, there would be more of it. */
  const tagsOf = (svg: string): readonly string[] => (svg.match(/<[^\s>]*/gu) ?? []).filter((tag) => !/tspan/u.test(tag));
  const flowOf = (words: string): string =>
    `flow: a\ntitle: ${JSON.stringify(words)}\nchannel: phone\nsteps:\n  - menu: ${JSON.stringify(`x${words}`)}\n    choices:\n      ${JSON.stringify(`1 ${words}`)}: b\n      "2 two": b\nparts:\n  b:\n    - end: not-solved\n`;

  it('are shown in SVG, Mermaid and DOT, and mean nothing there', async () => {
    const viz = await instance();
    const plain = await draw(folderWith({ 'a.yaml': flowOf('word') }), 'a.yaml');
    const expected = tagsOf(plain.out);
    await fc.assert(
      fc.asyncProperty(hostile, async (nasty) => {
        const cwd = folderWith({ 'a.yaml': flowOf(nasty) });
        const svg = (await draw(cwd, 'a.yaml')).out;
        expect(tagsOf(svg)).toEqual(expected);
        expect(svg).not.toMatch(/[\u202e\uffff]/u);
        const mermaid = (await draw(cwd, 'a.yaml', '--format', 'mermaid')).out;
        for (const [, label = ''] of mermaid.matchAll(/"([^"]*)"/gu)) expect(label).toMatch(/^[\p{L}\p{N} .,:?!/’“”…–()#;-]*$/u);
        const dot = (await draw(cwd, 'a.yaml', '--format', 'dot')).out;
        const drawn = viz.renderJSON(dot) as { objects: readonly { name: string }[] };
        expect(drawn.objects.map(({ name }) => name)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a journey in Mermaid, from a report alone', () => {
  const station = stationsIn('a.yaml');

  it('is one line of stations', () => {
    const journey = [station(1, ['calls']), station(2, []), station(3, ['hears “No.”', 'is cut off'], { kind: 'end' })];
    expect(mermaidOfJourney({ journey })).toBe('flowchart TD\n  s1("1 – calls")\n  s2(["2 – hears “No.”, is cut off"])\n  s1 --> s2\n');
  });

  it('is nothing where there is no way', () => {
    expect(mermaidOfJourney({ journey: [station(1, ['calls'])] })).toBeUndefined();
  });

  it('is short, however long the journey is', () => {
    const text = mermaidOfJourney({ journey: Array.from({ length: 500 }, (_, index) => station(index + 1, [`hears ${index}`])) });
    expect(text!.split('\n').length).toBeLessThan(20);
    expect(text).toContain('… 489 more …');
    expect(text).toContain('500 – hears 499');
  });
});
