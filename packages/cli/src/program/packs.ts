import { color, config, date, type Declare, plainColor } from './options.js';

export const declarePacks: Declare = ({ program, output, cwd, run }) => {
  program
    .command('packs')
    .description('List all packs, with how the laws stand')
    .addOption(config())
    .addOption(date())
    .addOption(color())
    .action(async (options: { config?: string; date?: string; color?: boolean }) => {
      const { packsCommand } = await import('../commands/packs.js');
      await run(() => packsCommand(plainColor(options), output, cwd));
    });
};
