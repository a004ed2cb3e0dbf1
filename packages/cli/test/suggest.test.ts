import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { sarifProblems } from './sarif-schema.js';
import { folderWith, heard } from './folder.js';

const FLOW = `flow: main
channel: phone
language: en

steps:
  - menu: How can we help?
    choices: { 1 A bill: desk, 2 A fault: desk }
    if-silent: bye   # the law says so
    if-unclear: bye
parts:
  bye:
    - say: Goodbye <b>for ever</b>.
    - end: not-solved
  desk:
    - person: Service desk
`;
const MENDED = `flow: main
channel: phone
language: en

steps:
  - menu: How can we help?
    choices: { 1 A bill: desk, 2 A fault: desk }
    if-silent: desk   # the law says so
    if-unclear: desk
parts:
  desk:
    - person: Service desk
`;

const run = async (...args: readonly string[]) => {
  const folder = folderWith({ 'main.yaml': FLOW });
  const output = heard();
  await runProgram(['check', '--config', 'none', '--only', 'no-input-hangup', ...args], output, folder);
  return { folder, out: output.outText() };
};

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly fixes?: readonly { readonly artifactChanges: readonly { readonly replacements: readonly unknown[] }[] }[];
    }[];
  }[];
}

describe('suggestions', () => {
  it('are shown where that was asked for', async () => {
    const { out } = await run('--suggest');
    expect(out).toContain(`         Suggestion: Lead them to a person
                 choices: { 1 A bill: desk, 2 A fault: desk }
           -     if-silent: bye   # the law says so
           -     if-unclear: bye
           +     if-silent: desk   # the law says so
           +     if-unclear: desk
             parts:
           -   bye:
           -     - say: Goodbye <b>for ever</b>.
           -     - end: not-solved
               desk:
`);
    expect((await run()).out).not.toContain('Suggestion');
  });

  it('are in the report for programs, and never made by --fix', async () => {
    const { folder, out } = await run('--format', 'json', '--fix');
    const report = JSON.parse(out) as { readonly findings: readonly { readonly suggestions: readonly { readonly title: string }[] }[] };
    expect(report.findings.map(({ suggestions }) => suggestions.map(({ title }) => title))).toEqual([['Lead them to a person']]);
    expect(readFileSync(path.join(folder, 'main.yaml'), 'utf8')).toBe(FLOW);
  });

  it('are fixes in SARIF', async () => {
    const { out } = await run('--format', 'sarif');
    const log = JSON.parse(out) as Sarif;
    expect(sarifProblems(log)).toEqual([]);
    const [fix] = log.runs[0]?.results[0]?.fixes ?? [];
    expect(fix?.artifactChanges[0]?.replacements).toEqual([
      { deletedRegion: { startLine: 8, startColumn: 16, endLine: 8, endColumn: 19 }, insertedContent: { text: 'desk' } },
      { deletedRegion: { startLine: 9, startColumn: 17, endLine: 9, endColumn: 20 }, insertedContent: { text: 'desk' } },
      { deletedRegion: { startLine: 11, startColumn: 1, endLine: 14, endColumn: 1 } },
    ]);
  });

  it('are in the page, where nothing of a flow is markup', async () => {
    const { out } = await run('--format', 'html');
    expect(out).toContain('<summary>A way to mend it: Lead them to a person</summary>');
    expect(out).toContain('<del><span class="unseen">Taken away: </span>    - say: Goodbye &lt;b&gt;for ever&lt;/b&gt;.</del>');
  });

  it('say what a person would write', async () => {
    const { out } = await run('--format', 'json');
    const { findings } = JSON.parse(out) as {
      readonly findings: readonly { readonly suggestions: readonly { readonly edits: readonly Edit[] }[] }[];
    };
    const lines = FLOW.split('\n');
    const at = (line: number, column: number): number => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
    let text = FLOW;
    for (const edit of [...(findings[0]?.suggestions[0]?.edits ?? [])].reverse())
      text = text.slice(0, at(edit.line, edit.column)) + edit.text + text.slice(at(edit.endLine, edit.endColumn));
    expect(text).toBe(MENDED);
  });
});

interface Edit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}
