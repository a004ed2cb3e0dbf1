import { isLouder, isOfLaw, UserError, type Level } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import path from 'node:path';
import { renderChecklistHtml } from '../checklist/html.js';
import { renderChecklistMarkdown } from '../checklist/markdown.js';
import { checklistOf, MOMENTS_ASKED } from '../checklist/questions.js';
import { resolveConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import { withoutCommands } from '../report/ci-commands.js';
import { writeWhole } from '../write-whole.js';
import { catalogue } from './catalogue.js';

/** The options of `carelint checklist`, as commander hands them over. */
export interface ChecklistOptions {
  readonly format: 'markdown' | 'html';
  readonly level: Level;
  readonly promise: readonly string[];
  readonly language: string;
  readonly output?: string;
  readonly config?: string;
  readonly pack: readonly string[];
  readonly date?: string;
}

const refuseUnknown = (asked: readonly string[], known: readonly string[]): void => {
  const strange = asked.find((name) => !known.includes(name));
  if (strange === undefined) return;
  const meant = nearest(strange, known);
  throw new UserError(
    `No rule that is on here is about the promise \`${strange}\`. ${meant === undefined ? `There are ${known.join(', ')}.` : `Did you mean \`${meant}\`?`}`,
  );
};

/** Makes the check list of a coach out of the policies in force. */
export const checklistCommand = (options: ChecklistOptions, output: Output, cwd: string): number => {
  const config = resolveConfig({ cwd, near: cwd, packs: options.pack, config: options.config, date: options.date });
  const on = catalogue(config).filter(({ inForce }) => inForce !== 'off');
  const inOrder = [...MOMENTS_ASKED.keys()];
  refuseUnknown(
    options.promise,
    [...new Set(on.map(({ promise }) => promise))].sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b)),
  );
  const list = checklistOf(on, {
    isWanted: ({ inForce, promise }) =>
      inForce !== 'off' && !isLouder(options.level, inForce) && (options.promise.length === 0 || options.promise.includes(promise)),
    words: config.policies.words,
    laws: new Map(config.packs.filter(isOfLaw).map((pack) => [pack.pack, pack.title])),
    language: options.language,
  });
  if (list.questions === 0)
    throw new UserError('No rule that is on here can be heard in a contact. Ask for a lower `--level`, or name a pack with `--pack recommended`.');
  const facts = { packs: config.packs.map(({ title }) => title), today: config.today };
  const text = options.format === 'html' ? renderChecklistHtml(list, facts) : renderChecklistMarkdown(list, facts);
  if (options.output === undefined) output.out(withoutCommands(text));
  else writeWhole(path.resolve(cwd, options.output), text, options.output);
  return 0;
};
