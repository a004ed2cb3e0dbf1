import { Option } from 'commander';
import type { ChecklistOptions } from '../commands/checklist.js';
import { config, date, type Declare, list, pack } from './options.js';

export const declareChecklist: Declare = ({ program, output, cwd, run }) => {
  program
    .command('checklist')
    .description('Make the check list of a coach: what to listen for in calls and replies, out of the policies in force')
    .addOption(new Option('--format <format>', 'markdown, or html (a page to print or to fill in)').choices(['markdown', 'html']).default('markdown'))
    .addOption(new Option('--level <level>', 'questions of rules of this level and above').choices(['error', 'warning', 'advice']).default('warning'))
    .addOption(list('--promise <name>', 'only this promise, such as speak-human (may be repeated)'))
    .option('--language <code>', 'the language of the words to listen for', 'en')
    .option('--output <file>', 'write it to a file')
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .action(async (options: ChecklistOptions) => {
      const { checklistCommand } = await import('../commands/checklist.js');
      await run(() => checklistCommand(options, output, cwd));
    });
};
