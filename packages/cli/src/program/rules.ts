import { color, config, date, type Declare, format, pack, plainColor } from './options.js';

export const declareRules: Declare = ({ program, output, cwd, run }) => {
  program
    .command('rules')
    .description('List all rules')
    .addOption(format())
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .addOption(color())
    .action(async (options: { config?: string; pack: readonly string[]; date?: string; format: 'terminal' | 'json'; color?: boolean }) => {
      const { rulesCommand } = await import('../commands/rules.js');
      await run(() => rulesCommand(plainColor(options), output, cwd));
    });
};
