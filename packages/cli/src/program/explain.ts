import { color, config, date, type Declare, plainColor } from './options.js';

export const declareExplain: Declare = ({ program, output, cwd, run }) => {
  program
    .command('explain')
    .description('Explain a rule, a pack or a named pattern')
    .argument('<name>', 'such as verify-failure-dead-end, es-ley-10-2025 or relief')
    .addOption(config())
    .addOption(date())
    .addOption(color())
    .action(async (name: string, options: { config?: string; date?: string; color?: boolean }) => {
      const { explainCommand } = await import('../commands/explain.js');
      await run(() => explainCommand(name, plainColor(options), output, cwd));
    });
};
