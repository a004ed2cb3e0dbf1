import type { MergeOptions } from '../commands/merge.js';
import { color, date, type Declare, plainColor } from './options.js';
import { baseline, changed, failing, formats, showing } from './report-options.js';

export const declareMerge: Declare = ({ program, output, cwd, run }) => {
  const command = program
    .command('merge')
    .description('Join what the shards of a run have written, and report as one run over everything would')
    .argument('<parts...>', 'the files that `carelint check --shard` has written, all of one run, or the folder that holds them');
  for (const option of [...formats(), ...failing(), ...baseline(), ...changed(), date(), ...showing(), color()]) command.addOption(option);
  command.action(async (parts: string[], options: MergeOptions) => {
    const { mergeCommand } = await import('../commands/merge.js');
    await run(() => mergeCommand(parts, plainColor(options), output, cwd));
  });
};
