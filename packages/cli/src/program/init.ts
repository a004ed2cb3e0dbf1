import { Option } from 'commander';
import type { InitOptions } from '../commands/init-answers.js';
import { type Declare } from './options.js';

export const declareInit: Declare = ({ program, output, cwd, run }) => {
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
      const { initCommand } = await import('../commands/init.js');
      await run(() => initCommand(options, output, cwd));
    });
};
