import { Option } from 'commander';
import type { ScoreOptions } from '../commands/score.js';
import { color, config, date, type Declare, minScore, pack, plainColor } from './options.js';

export const declareScore: Declare = ({ program, output, cwd, run }) => {
  program
    .command('score')
    .description('Measure how well promises are kept, by promise and touchpoint, and how that changes')
    .argument('[paths...]', 'files, folders or globs; without any, what the config names, else this folder')
    .addOption(
      new Option('--format <format>', 'for people, for programs, or for a comment').choices(['terminal', 'json', 'markdown']).default('terminal'),
    )
    .option('--output <file>', 'write it to a file')
    .option('--explain [name]', 'tell every missing point with its findings: of a promise, of a touchpoint, or of all')
    .addOption(minScore())
    .option('--record', 'add today to the history: carelint-history.jsonl beside the config')
    .option('--history <file>', 'another file for the history')
    .option('--trend [when]', 'compare with an earlier run: a day or a commit of the history, or a JSON report; left out: the last day before today')
    .option('--against <file>', "compare with another organisation's published summary")
    .option('--publish <file>', 'write a summary for others: scores and counts, no paths and no texts')
    .option('--as <name>', 'whose summary it is')
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .addOption(color())
    .action(async (paths: string[], options: ScoreOptions) => {
      const { scoreCommand } = await import('../commands/score.js');
      await run(() => scoreCommand(paths, plainColor(options), output, cwd));
    });
};
