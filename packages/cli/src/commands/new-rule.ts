import { UserError } from '@carelint/core';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findConfig } from '../config/find-config.js';
import { shownPath } from '../find/read.js';
import type { Output } from '../output.js';
import { ruleTemplate } from './rule-template.js';
import { testCommand } from './test.js';

/** The options of `carelint new-rule`. */
export interface NewRuleOptions {
  /** Folder of policies to put it into. */
  readonly in?: string;
}

const ID = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/u;

const checkId = (id: string): void => {
  if (ID.test(id)) return;
  const better = id
    .replace(/([a-z])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9/]+/gu, '-')
    .replace(/(^|\/)-+|-+(?=\/|$)/gu, '$1');
  throw new UserError(
    `\`${id}\` cannot be the name of a rule. Write a pack and a name, in small letters, digits and hyphens: ${ID.test(better) ? `\`${better}\`` : '`our-bank/no-fax`'}.`,
  );
};

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

/** Makes the folder beside its place, proves the rule there, and moves it into place: wholly or not at all. */
const makeFolder = async (target: string, id: string, output: Output, cwd: string): Promise<void> => {
  const parent = path.dirname(target);
  const beside = path.join(parent, `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    write(beside, ruleTemplate(id));
    let said = '';
    const keep = (text: string): void => void (said += text);
    const code = await testCommand([beside], { update: true, color: false }, { ...output, out: keep, err: keep }, cwd);
    if (code !== 0) throw new Error(`The template of new rules is broken:\n${said}`);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`\`${shownPath(cwd, target)}\` cannot be made (${code}). Is there permission to write there?`);
  }
};

/** Makes a rule of one's own: a folder with a rule that works and passes its test. */
export const newRuleCommand = async (id: string, options: NewRuleOptions, output: Output, cwd: string): Promise<number> => {
  checkId(id);
  const config = findConfig(cwd);
  const policies =
    options.in === undefined ? path.join(config === undefined ? cwd : path.dirname(config), 'policies') : path.resolve(cwd, options.in);
  const name = id.split('/').at(-1) ?? id;
  const target = path.join(policies, name);
  const shown = shownPath(cwd, target);
  if (existsSync(target)) throw new UserError(`There is a \`${shown}\` already; nothing was written. Choose another name.`);
  await makeFolder(target, id, output, cwd);
  const inForce = id.includes('/') ? id : `own/${id}`;
  output.out(
    [
      `Wrote ${shown}/: rule.yaml, bad/by-fax.yaml, good/on-the-phone.yaml, findings.txt. Its test passes.`,
      '',
      'What to do next:',
      `  1. Change rule.yaml, and the flows in bad/ and good/, to what you mean.`,
      `  2. carelint test ${shown} --update   writes findings.txt anew: read it, and keep it.`,
      config === undefined
        ? `  3. carelint init   makes a carelint.yaml; then the rule is on, as ${inForce}.`
        : `  3. The rule is on in this config, as ${inForce}${options.in === undefined ? '' : `, if \`policies:\` names ${shownPath(cwd, policies)}`}.`,
      '',
    ].join('\n'),
  );
  return 0;
};
