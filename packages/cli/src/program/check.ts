import { InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from '../commands/check.js';
import { color, config, date, type Declare, list, pack, plainColor } from './options.js';
import { baseline, changed, failing, formats, showing } from './report-options.js';

const MOST_THREADS = 64;

/** How many threads, or `auto`. */
const threads = (value: string): number | 'auto' => {
  if (value === 'auto') return 'auto';
  const count = Number(value);
  if (!/^\d+$/u.test(value) || count < 1 || count > MOST_THREADS)
    throw new InvalidArgumentError(`Write a number from 1 to ${String(MOST_THREADS)}, or \`auto\`.`);
  return count;
};

/** A part of how many: `2/3`. */
const shard = (value: string): { readonly index: number; readonly of: number } => {
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(value) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of)
    throw new InvalidArgumentError('Write which part of how many: 1/3, 2/3, 3/3.');
  return { index, of };
};

export const declareCheck: Declare = ({ program, output, cwd, run }) => {
  const command = program
    .command('check', { isDefault: true })
    .description('Judge flows, scripts, policies and sites by the rules (the default command)')
    .argument('[paths...]', 'files, folders or globs; without any, what the config names, else this folder');
  const options = [
    ...formats(),
    config(),
    pack(),
    list('--only <rules>', 'run these rules only; ids or globs'),
    list('--skip <rules>', 'leave these rules out; ids or globs'),
    ...failing(),
    ...baseline(),
    ...changed(),
    new Option('--staged', 'tell only what touches staged files, and read them as they are staged'),
    new Option('--cache', 'keep what is found out, so that the next run reads what has changed since and nothing else'),
    new Option('--no-cache', 'keep and take nothing, whatever the config says'),
    new Option('--cache-location <folder>', 'where the cache lies; else node_modules/.cache/carelint, or .carelint-cache beside the config'),
    new Option('--fix', 'mend what is certain and safe in the files themselves, and report what is left'),
    new Option('--fix-dry-run', 'show what --fix would change as a diff, change nothing, and end (exit code 1 where it would)'),
    date(),
    ...showing(),
    new Option('--watch', 'run again whenever a file, the config, a policy or the baseline changes, until Ctrl-C'),
    new Option('--threads <n>', 'judge flows by so many threads; `auto`: by as many as pay').argParser(threads).default('auto', 'auto'),
    new Option('--shard <i/n>', 'judge one of n parts of the files, and write down what `carelint merge` needs').argParser(shard),
    new Option(
      '--stdin-lines',
      'judge what comes in as lines of JSON, and answer each with a line of JSON; [paths...] are folders that lines may name files of',
    ),
    new Option('--dump <what>', 'show what was understood instead of judging it').choices(['artefact', 'service']),
    new Option('--print-config', 'show the config in force, and end'),
    color(),
  ];
  for (const option of options) command.addOption(option);
  command.action(async (paths: string[], given: CheckOptions) => {
    const [{ checkCommand }, { refuseMisspelt }] = await Promise.all([import('../commands/check.js'), import('../commands/misspelt.js')]);
    const commands = program.commands.map((command) => command.name());
    await run(() => {
      refuseMisspelt(commands, cwd, paths);
      return checkCommand(paths, plainColor(given), output, cwd);
    });
  });
};
