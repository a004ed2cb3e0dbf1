import { color, config, date, type Declare, format, plainColor } from './options.js';

export const declareWaivers: Declare = ({ program, output, cwd, run }) => {
  program
    .command('waivers')
    .description('List waivers, those that end first in front, with what each hides')
    .addOption(format())
    .addOption(config())
    .addOption(date())
    .addOption(color())
    .action(async (options: { config?: string; date?: string; format: 'terminal' | 'json'; color?: boolean }) => {
      const { waiversCommand } = await import('../commands/waivers.js');
      await run(() => waiversCommand(plainColor(options), output, cwd));
    });
};
