import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

interface Told {
  readonly findings: readonly { readonly rule: string; readonly line: number; readonly fingerprint: string; readonly message: string }[];
  readonly unknowns: readonly { readonly rule: string; readonly why: string }[];
  readonly exceptions: readonly { readonly by: string; readonly rule: string }[];
}

const report = async (files: Readonly<Record<string, string>>): Promise<Told & { readonly out: string }> => {
  const folder = folderWith(files);
  const output = heard({});
  await runProgram(['check', '--format', 'terminal', '--format', 'json=r.json'], output, folder);
  return { ...(JSON.parse(readFileSync(path.join(folder, 'r.json'), 'utf8')) as Told), out: output.outText() };
};

const TEAMS = 'operations: tideway-water\nteams:\n  - { team: Service desk, does: service }\n  - { team: Sales, does: sales }\n';
const SELLS = '  - { team: Service desk, rewards: sales }\n';
const RULE = 'sales-incentive-on-service-staff';

describe('a document without steps', () => {
  it('is judged, and its findings have places', async () => {
    const { findings, out } = await report({ 'ops.yaml': `${TEAMS}pay:\n${SELLS}` });
    expect(findings).toMatchObject([{ rule: RULE, line: 6, message: expect.stringContaining('“Service desk”') as string }]);
    expect(out).toContain('1 operations document');
  });

  it('keeps a fingerprint when entries are added above', async () => {
    const before = await report({ 'ops.yaml': `${TEAMS}pay:\n${SELLS}` });
    const after = await report({ 'ops.yaml': `${TEAMS}pay:\n  - { team: Sales, rewards: sales }\n${SELLS}` });
    expect(after.findings.map(({ line }) => line)).toEqual([7]);
    expect(after.findings[0]?.fingerprint).toBe(before.findings[0]?.fingerprint);
  });

  it('has exceptions by comment and by waiver', async () => {
    const commented = `${TEAMS}waiting: { cut-off-after: 45 minutes }\npay:\n  # carelint-disable-next-line ${RULE} -- Until May.\n${SELLS}`;
    const waiver = 'waivers: [{ rule: wait-cut-off, file: ops.yaml, because: New platform., owner: Jane, until: 2999-01-01 }]\n';
    const { findings, exceptions } = await report({ 'ops.yaml': commented, 'carelint.yaml': waiver });
    expect(findings).toEqual([]);
    expect(exceptions).toMatchObject([
      { by: 'comment', rule: RULE },
      { by: 'waiver', rule: 'wait-cut-off' },
    ]);
  });

  it('has no steps that a comment could mean', async () => {
    const { findings } = await report({ 'ops.yaml': `${TEAMS}# carelint-disable-step ${RULE} -- Until May.\npay:\n${SELLS}` });
    expect(findings.map(({ rule }) => rule)).toEqual(['bad-directive', RULE]);
    expect(findings[0]?.message).toContain('`carelint-disable-next-line`');
  });

  it('leaves open what a team is for that it does not describe, and nothing that does not depend on it', async () => {
    const pay = 'operations: x\npay:\n  - { team: Partners, rewards: sales }\nauthority:\n  - { team: Partners, may: end-contact, when: Abuse }\n';
    const { findings, unknowns } = await report({ 'ops.yaml': pay });
    expect(findings).toEqual([]);
    expect(unknowns.map(({ rule }) => rule)).toEqual(['conflicted-advice-pay', RULE]);
    expect(new Set(unknowns.map(({ why }) => why))).toEqual(new Set(['`teams` does not say what the team “Partners” is for']));
  });

  it('may describe nothing at all', async () => {
    const { findings, unknowns } = await report({ 'ops.yaml': 'operations: x\n', 'carelint.yaml': 'extends: [strict]\n' });
    expect([findings, unknowns]).toEqual([[], []]);
  });

  it('stands beside flows', async () => {
    const flow = 'flow: desk\nchannel: phone\nlanguage: en\nsteps:\n  - person: Service desk\n';
    const { findings, out } = await report({ 'ops.yaml': `${TEAMS}waiting: { cut-off-after: 45 minutes }\n`, 'desk.yaml': flow });
    expect(findings.map(({ rule }) => rule)).toEqual(['wait-cut-off']);
    expect(out).toMatch(/1 flow/u);
  });
});
