import type { Declare } from './options.js';

export const declareSchema: Declare = ({ program, output, run }) => {
  program
    .command('schema')
    .description('Print a JSON Schema')
    .argument('<name>', 'flow, rule, pack, define, words, config or report')
    .action(async (name: string) => {
      const { schemaCommand } = await import('../commands/schema.js');
      await run(() => schemaCommand(name, output));
    });
};
