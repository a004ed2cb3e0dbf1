import type { UserError } from '@carelint/core';
import { Command, CommanderError } from 'commander';
import type { Output } from './output.js';
import { declareCheck } from './program/check.js';
import { declareChecklist } from './program/checklist.js';
import { declareDiff } from './program/diff.js';
import { declareDraw } from './program/draw.js';
import { declareExplain } from './program/explain.js';
import { declareInit } from './program/init.js';
import { declareMerge } from './program/merge.js';
import { declareNewRule } from './program/new-rule.js';
import { declarePacks } from './program/packs.js';
import { declareRoadmap } from './program/roadmap.js';
import { declareRules } from './program/rules.js';
import { declareScore } from './program/score.js';
import { declareSchema } from './program/schema.js';
import { declareTest } from './program/test.js';
import { declareWaivers } from './program/waivers.js';
import type { Declare, Declaring } from './program/options.js';
import { version } from './version.js';

/** All commands, in the order of the help text. */
const DECLARED: readonly Declare[] = [
  declareCheck,
  declareMerge,
  declareExplain,
  declareRules,
  declarePacks,
  declareWaivers,
  declareScore,
  declareTest,
  declareDraw,
  declareDiff,
  declareRoadmap,
  declareChecklist,
  declareInit,
  declareNewRule,
  declareSchema,
];

/** The command with all that it can do, as commander knows it. */
export const declared = (rest: Omit<Declaring, 'program'>): Command => {
  const { output } = rest;
  const program = new Command('carelint')
    .description('Reads the things through which an organisation treats its customers, and shows where they let a customer down.')
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .showSuggestionAfterError();
  for (const declare of DECLARED) declare({ program, ...rest });
  return program;
};

/** Runs the command with its arguments. Gives the exit code; throws what is neither a result nor the user's mistake. */
export const runProgram = async (args: readonly string[], output: Output, cwd: string): Promise<number> => {
  let code = 0;
  const run: Declaring['run'] = async (work) => {
    code = await work();
  };
  const program = declared({ output, cwd, run });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isUserError(error)) throw error;
    // It comes with the engine, which is there by now; what starts without it starts in half the time.
    output.err((await import('./user-error-text.js')).userErrorText(error));
    return 2;
  }
};

/** Told by name: the engine need not be loaded to tell that it was not asked. */
const isUserError = (error: unknown): error is UserError => error instanceof Error && error.name === 'UserError';
