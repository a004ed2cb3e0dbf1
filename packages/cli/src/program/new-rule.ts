import { type Declare } from './options.js';

export const declareNewRule: Declare = ({ program, output, cwd, run }) => {
  program
    .command('new-rule')
    .description('Make a rule of your own: a folder with a rule that works and passes its test')
    .argument('<pack/id>', 'such as our-bank/no-fax')
    .option('--in <folder>', 'the folder of policies; else policies/ beside the config')
    .action(async (id: string, options: { in?: string }) => {
      const { newRuleCommand } = await import('../commands/new-rule.js');
      await run(() => newRuleCommand(id, options, output, cwd));
    });
};
