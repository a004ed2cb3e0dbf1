import { color, type Declare, plainColor } from './options.js';

export const declareTest: Declare = ({ program, output, cwd, run }) => {
  program
    .command('test')
    .description('Prove rules by the examples in their folders')
    .argument('[folders...]', 'folders with rules; without any, policies')
    .option('--update', 'write findings.txt anew')
    .addOption(color())
    .action(async (folders: string[], options: { update?: boolean; color?: boolean }) => {
      const { testCommand } = await import('../commands/test.js');
      await run(() => testCommand(folders, plainColor(options), output, cwd));
    });
};
