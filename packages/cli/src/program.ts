import type { UserError } from '@carelint/core';
import { Command, CommanderError, Option } from 'commander';
import type { CheckOptions } from './commands/check.js';
import type { DrawOptions } from './commands/draw.js';
import type { InitOptions } from './commands/init-answers.js';
import type { Output } from './output.js';
import { withoutCommands } from './report/ci-commands.js';
import { printable } from './report/printable.js';
import { version } from './version.js';

const several = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];
const list = (flags: string, description: string): Option => new Option(flags, description).argParser(several).default([], 'none');
const config = (): Option => new Option('--config <file>', 'the config, or `none`; else the nearest carelint.yaml upwards');
const pack = (): Option => list('--pack <name>', 'a pack of rules, such as recommended or es-ley-10-2025 (may be repeated)');
const color = (): Option => new Option('--no-color', 'plain text; NO_COLOR and FORCE_COLOR are heard too');
const date = (): Option => new Option('--date <day>', 'judge as on that day (laws, waivers), such as 2027-01-31; else today');
const formats = (): Option =>
  new Option(
    '--format <format[=file]>',
    'terminal, json, github (annotations), sarif, code-scanning (SARIF for GitHub), or html (a page to look at); may be repeated, each but one with its file',
  )
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'terminal');
const format = (): Option => new Option('--format <format>', 'for people or for programs').choices(['terminal', 'json']).default('terminal');

/** Runs a command; the number it gives is the exit code. */
type Run = (work: () => Promise<number> | number) => Promise<void>;

const withCheck = (program: Command, output: Output, cwd: string, run: Run): void => {
  program
    .command('check', { isDefault: true })
    .description('Judge flows, scripts, policies and sites by the rules (the default command)')
    .argument('[paths...]', 'files, folders or globs; without any, what the config names, else this folder')
    .addOption(formats())
    .option('--output <file>', 'write the report to a file: that of the format which names none')
    .addOption(config())
    .addOption(pack())
    .addOption(list('--only <rules>', 'run these rules only; ids or globs'))
    .addOption(list('--skip <rules>', 'leave these rules out; ids or globs'))
    .addOption(new Option('--fail-on <level>', 'from which level on the exit code is 1').choices(['error', 'warning', 'advice', 'never']))
    .option(
      '--baseline <file>',
      'findings that are known and not told again, or `none`; else what the config names, else carelint-baseline.json beside it',
    )
    .option('--update-baseline', 'take all findings of what is checked into the baseline, and take out what is mended')
    .option('--prune', 'take out of the baseline what is mended, and nothing else')
    .option('--changed', 'tell only what touches files that have changed since the default branch was left, or the base of the pull request')
    .option('--since <ref>', 'the same, since another branch or commit was left')
    .option('--staged', 'tell only what touches staged files, and read them as they are staged')
    .option('--fail-on-stale', 'exit with 1 where the baseline lists what is mended')
    .addOption(date())
    .option('--quiet', 'show only what makes the run fail, and the sum')
    .option('--verbose', 'show whole journeys, and all reasons for open questions')
    .option('--stats', 'tell how long each stage took (on stderr)')
    .addOption(new Option('--dump <what>', 'show what was understood instead of judging it').choices(['artefact', 'service']))
    .option('--print-config', 'show the config in force, and end')
    .addOption(color())
    .action(async (paths: string[], options: CheckOptions) => {
      const { checkCommand } = await import('./commands/check.js');
      await run(() => checkCommand(paths, plainColor(options), output, cwd));
    });
};

/** commander says `color: true` where nobody asked for anything; then the environment decides. */
const plainColor = <T extends { readonly color?: boolean }>({ color: asked, ...rest }: T): T =>
  (asked === false ? { ...rest, color: false } : rest) as T;

const withOthers = (program: Command, output: Output, cwd: string, run: Run): void => {
  program
    .command('explain')
    .description('Explain a rule, a pack or a named pattern')
    .argument('<name>', 'such as verify-failure-dead-end, es-ley-10-2025 or relief')
    .addOption(config())
    .addOption(date())
    .addOption(color())
    .action(async (name: string, options: { config?: string; date?: string; color?: boolean }) => {
      const { explainCommand } = await import('./commands/explain.js');
      await run(() => explainCommand(name, plainColor(options), output, cwd));
    });
  program
    .command('rules')
    .description('List all rules')
    .addOption(format())
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .addOption(color())
    .action(async (options: { config?: string; pack: readonly string[]; date?: string; format: 'terminal' | 'json'; color?: boolean }) => {
      const { rulesCommand } = await import('./commands/rules.js');
      await run(() => rulesCommand(plainColor(options), output, cwd));
    });
  program
    .command('packs')
    .description('List all packs, with how the laws stand')
    .addOption(config())
    .addOption(date())
    .addOption(color())
    .action(async (options: { config?: string; date?: string; color?: boolean }) => {
      const { packsCommand } = await import('./commands/packs.js');
      await run(() => packsCommand(plainColor(options), output, cwd));
    });
  program
    .command('waivers')
    .description('List waivers, those that end first in front, with what each hides')
    .addOption(format())
    .addOption(config())
    .addOption(date())
    .addOption(color())
    .action(async (options: { config?: string; date?: string; format: 'terminal' | 'json'; color?: boolean }) => {
      const { waiversCommand } = await import('./commands/waivers.js');
      await run(() => waiversCommand(plainColor(options), output, cwd));
    });
  program
    .command('test')
    .description('Prove rules by the examples in their folders')
    .argument('[folders...]', 'folders with rules; without any, policies')
    .option('--update', 'write findings.txt anew')
    .addOption(color())
    .action(async (folders: string[], options: { update?: boolean; color?: boolean }) => {
      const { testCommand } = await import('./commands/test.js');
      await run(() => testCommand(folders, plainColor(options), output, cwd));
    });
};

const withDraw = (program: Command, output: Output, cwd: string, run: Run): void => {
  program
    .command('draw')
    .description('Draw a flow, and the journey of a finding in it')
    .argument('<paths...>', 'a file; or several and folders, whose flows lead to each other')
    .addOption(new Option('--format <format>', 'svg, mermaid, or dot for Graphviz').choices(['svg', 'mermaid', 'dot']).default('svg'))
    .option('--flow <id>', 'this flow only')
    .option('--finding <which>', 'mark the journey of a finding: its number in the report of these paths, or its fingerprint')
    .option('--output <file>', 'write the drawing to a file')
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .action(async (paths: string[], options: DrawOptions) => {
      const { drawCommand } = await import('./commands/draw.js');
      await run(() => drawCommand(paths, options, output, cwd));
    });
};

const withAuthoring = (program: Command, output: Output, cwd: string, run: Run): void => {
  program
    .command('init')
    .description('Write a first carelint.yaml from what lies in this folder; on a terminal it asks what else is wanted')
    .option('--yes', 'ask nothing: write a CI file where one is usual here, editor settings, and a baseline of what is found')
    .addOption(new Option('--ci <service>', 'write a file for this CI service').choices(['github', 'gitlab', 'none']))
    .option('--editor', 'write editor settings (.vscode/settings.json)')
    .option('--no-editor', 'write none')
    .option('--baseline', 'accept all that is found today in a baseline')
    .option('--no-baseline', 'write none')
    .option('--country <code>', 'the country of your customers, such as GB')
    .action(async (options: InitOptions) => {
      const { initCommand } = await import('./commands/init.js');
      await run(() => initCommand(options, output, cwd));
    });
  program
    .command('new-rule')
    .description('Make a rule of your own: a folder with a rule that works and passes its test')
    .argument('<pack/id>', 'such as our-bank/no-fax')
    .option('--in <folder>', 'the folder of policies; else policies/ beside the config')
    .action(async (id: string, options: { in?: string }) => {
      const { newRuleCommand } = await import('./commands/new-rule.js');
      await run(() => newRuleCommand(id, options, output, cwd));
    });
  program
    .command('schema')
    .description('Print a JSON Schema')
    .argument('<name>', 'flow, rule, pack, define, words, config or report')
    .action(async (name: string) => {
      const { schemaCommand } = await import('./commands/schema.js');
      await run(() => schemaCommand(name, output));
    });
};

/** Runs the command with its arguments. Gives the exit code; throws what is neither a result nor the user's mistake. */
export const runProgram = async (args: readonly string[], output: Output, cwd: string): Promise<number> => {
  let code = 0;
  const program = new Command('carelint')
    .description('Reads the things through which an organisation treats its customers, and shows where they let a customer down.')
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .showSuggestionAfterError();
  const run: Run = async (work) => {
    code = await work();
  };
  withCheck(program, output, cwd, run);
  withOthers(program, output, cwd, run);
  withDraw(program, output, cwd, run);
  withAuthoring(program, output, cwd, run);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isUserError(error)) throw error;
    output.err(`${withoutCommands(userErrorText(error))}\n`);
    return 2;
  }
};

/** Told by name: the engine need not be loaded to tell that it was not asked. */
const isUserError = (error: unknown): error is UserError => error instanceof Error && error.name === 'UserError';

const userErrorText = ({ message, path, place }: UserError): string => {
  if (path === undefined) return printable(message);
  return `${printable(path)}${place === undefined ? '' : `:${place.line}:${place.column}`}: ${printable(message)}`;
};
