import { Option } from 'commander';
import type { DrawOptions } from '../commands/draw.js';
import { config, date, type Declare, pack } from './options.js';

export const declareDraw: Declare = ({ program, output, cwd, run }) => {
  program
    .command('draw')
    .description('Draw a flow, and the journey of a finding in it')
    .argument('<paths...>', 'a file; or several and folders, whose flows lead to each other')
    .addOption(new Option('--format <format>', 'svg, mermaid, or dot for Graphviz').choices(['svg', 'mermaid', 'dot']).default('svg'))
    .option('--flow <id>', 'this flow only')
    .option('--finding <which>', 'mark the journey of a finding: its number in the report of these paths, or its fingerprint')
    .option('--output <file>', 'write the drawing to a file')
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .action(async (paths: string[], options: DrawOptions) => {
      const { drawCommand } = await import('../commands/draw.js');
      await run(() => drawCommand(paths, options, output, cwd));
    });
};
