import { Option } from 'commander';
import type { CheckOptions } from '../commands/check.js';
import { color, config, date, type Declare, list, minScore, pack, plainColor } from './options.js';

const formats = (): Option =>
  new Option(
    '--format <format[=file]>',
    'terminal, json, github (annotations), sarif, code-scanning (SARIF for GitHub), gitlab, junit, checkstyle, markdown, compact, or html (a page to look at); may be repeated, each but one with its file',
  )
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'terminal');

export const declareCheck: Declare = ({ program, output, cwd, run }) => {
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
    .addOption(minScore())
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
    .option('--fix', 'mend what is certain and safe in the files themselves, and report what is left')
    .option('--fix-dry-run', 'show what --fix would change as a diff, change nothing, and end (exit code 1 where it would)')
    .option('--cache', 'keep what is found out, so that the next run reads what has changed since and nothing else')
    .option('--no-cache', 'keep and take nothing, whatever the config says')
    .option('--cache-location <folder>', 'where the cache lies; else node_modules/.cache/carelint, or .carelint-cache beside the config')
    .addOption(date())
    .option('--quiet', 'show only what makes the run fail, and the sum')
    .option('--verbose', 'show whole journeys, and all reasons for open questions')
    .option(
      '--stdin-lines',
      'judge what comes in as lines of JSON, and answer each with a line of JSON; [paths...] are folders that lines may name files of',
    )
    .option('--watch', 'run again whenever a file, the config, a policy or the baseline changes, until Ctrl-C')
    .option('--suggest', 'show what would mend each finding, as a small diff; --verbose does so too')
    .option('--stats', 'tell how long each stage took (on stderr)')
    .addOption(new Option('--dump <what>', 'show what was understood instead of judging it').choices(['artefact', 'service']))
    .option('--print-config', 'show the config in force, and end')
    .addOption(color())
    .action(async (paths: string[], options: CheckOptions) => {
      const [{ checkCommand }, { refuseMisspelt }] = await Promise.all([import('../commands/check.js'), import('../commands/misspelt.js')]);
      const commands = program.commands.map((command) => command.name());
      await run(() => {
        refuseMisspelt(commands, cwd, paths);
        return checkCommand(paths, plainColor(options), output, cwd);
      });
    });
};
