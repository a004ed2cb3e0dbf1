import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const run = async (cwd: string, ...args: readonly string[]) => {
  const output = heard();
  const status = await runProgram(['checklist', ...args], output, cwd);
  return { status, out: output.outText(), err: output.errText() };
};
const asked = (text: string): readonly string[] => [...text.matchAll(/^- \[ \] \*\*(.*)\*\*/gmu)].map(([, ask = '']) => ask);
const EMPTY = (): string => folderWith({ 'carelint.yaml': 'extends: [recommended]\n' });

const OWN = (rest: string, title = 'Nobody has to send a fax'): Readonly<Record<string, string>> => ({
  'carelint.yaml': 'extends: ["./pack.yaml"]\n',
  'pack.yaml': 'rules: { own/fax: error }\n',
  'policies/words/en.yaml': 'words: en\nsend-a-fax: [send us a fax, by fax only]\n',
  'policies/fax/rule.yaml': `rule: fax
title: ${title}
suffers: They have never owned a machine.
${rest}about: flow
level: error
certainty: high
forbid: { text: { says: send-a-fax, with: { speaker: { const: agent } } } }
message: 'A fax: {text}'
instead: Accept it in the menu too.
sources: [{ seed: X1, says: A fax is no way in. }]
`,
});

describe('carelint checklist', () => {
  it('asks what can be heard, in the order of a contact, each question once', async () => {
    const { out, status } = await run(EMPTY());
    const questions = asked(out);
    expect(status).toBe(0);
    expect(questions.length).toBeGreaterThan(40);
    expect(new Set(questions).size).toBe(questions.length);
    const order = [...out.matchAll(/^## (.*)$/gmu)].map(([, title]) => title);
    expect(order.slice(0, 3)).toEqual(['Getting to a person', 'Proving who they are', 'What is said, and how']);
    expect(out).toContain('Call back when you find it');
    expect(out).toMatch(/\d+ more rules are about files, pages and settings/u);
  });

  it('every question ends with a question mark, and says what to do instead', async () => {
    const { out } = await run(EMPTY(), '--pack', 'strict', '--level', 'advice');
    for (const question of asked(out)) expect(question).toMatch(/[?]$/u);
    expect(out.match(/^ {2}- Instead: /gmu)).toHaveLength(asked(out).length);
    expect(out).not.toMatch(/`|\{from\}|if-low|queue-timeout/u);
  });

  it('leaves out what is switched off, and what is less important', async () => {
    const off = folderWith({ 'carelint.yaml': 'extends: [recommended]\nrules:\n  transfer-loop: { level: off, because: We have one team. }\n' });
    const question = 'Was the customer never sent back to where they had been before?';
    expect(asked((await run(EMPTY())).out)).toContain(question);
    expect(asked((await run(off)).out)).not.toContain(question);
    const [some, all] = [asked((await run(EMPTY(), '--level', 'error')).out), asked((await run(EMPTY(), '--level', 'advice')).out)];
    expect(some.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining([...some]));
    const words = (await run(EMPTY(), '--promise', 'speak-human')).out;
    expect(words.match(/^## /gmu)).toHaveLength(2);
  });

  it.each([
    ['', 'Was it so here: “Nobody has to send a fax”?', 'Accept it in the menu too.'],
    ['ask: Could they do without a fax?\ncoach: Write it down for them.\n', 'Could they do without a fax?', 'Write it down for them.'],
  ])('asks own rules %#', async (rest, question, instead) => {
    const { out } = await run(folderWith(OWN(rest)));
    expect(asked(out)).toEqual([question]);
    expect(out).toContain(`Instead: ${instead}`);
    expect(out).toContain('“send us a fax”, “by fax only”');
    expect(out).toContain('“A fax is no way in.”');
  });

  it('is a page on which nothing runs and everything has a name', async () => {
    const folder = folderWith(OWN('', '"<script>alert(1)</script> & <img src=x onerror=alert(1)>"'));
    expect(await run(folder, '--format', 'html', '--output', 'list.html')).toMatchObject({ status: 0, out: '' });
    const page = readFileSync(path.join(folder, 'list.html'), 'utf8');
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/u);
    expect(page).not.toMatch(/<script|<img|https?:|\son\w+=(?!alert)/u);
    expect(page).toContain('&lt;script&gt;');
    const controls = page.match(/<(?:input|textarea)\b/gu) ?? [];
    expect(page.match(/<label\b/gu)).toHaveLength(controls.length);
    expect(page.match(/<fieldset>/gu)).toHaveLength(page.match(/<legend>/gu)?.length ?? 0);
  });

  it.each([
    [['--promise', 'speakhuman'], 'Did you mean `speak-human`?'],
    [['--pack', 'wcag-help', '--level', 'error', '--config', 'none'], 'No rule that is on here can be heard in a contact.'],
  ])('refuses %j', async (args, expected) => {
    const { status, err } = await run(EMPTY(), ...args);
    expect([status, err]).toEqual([2, expect.stringContaining(expected)]);
  });
});
