import { Option } from 'commander';
import type { DiffCommandOptions } from '../commands/diff.js';
import { color, config, date, type Declare, pack, plainColor } from './options.js';

export const declareDiff: Declare = ({ program, output, cwd, run }) => {
  program
    .command('diff')
    .description('Tell what a change does to customers')
    .argument(
      '[what...]',
      'two files or folders; a commit of git, to compare with the working tree; two commits; `main...` for what was done since main was left; behind commits the paths that are meant. Without any, since the default branch was left',
    )
    .addOption(
      new Option('--format <format>', 'terminal, json, or markdown for a comment on a pull request')
        .choices(['terminal', 'json', 'markdown'])
        .default('terminal'),
    )
    .option('--output <file>', 'write it to a file')
    .addOption(
      new Option(
        '--fail-on <what>',
        'exit with 1 where a person is further away, or where something new is found: at this level or above; `worse`: at the level of the config',
      ).choices(['worse', 'error', 'warning', 'advice']),
    )
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .option('--verbose', 'leave nothing out')
    .addOption(color())
    .action(async (what: string[], options: DiffCommandOptions) => {
      const { diffCommand } = await import('../commands/diff.js');
      await run(() => diffCommand(what, plainColor(options), output, cwd));
    });
};
