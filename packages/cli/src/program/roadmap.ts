import { Option } from 'commander';
import type { RoadmapOptions } from '../commands/roadmap.js';
import { color, config, date, type Declare, pack, plainColor } from './options.js';

export const declareRoadmap: Declare = ({ program, output, cwd, run }) => {
  program
    .command('roadmap')
    .description('Tell what to mend first: the smallest changes that mend most')
    .argument('[paths...]', 'files, folders or globs; without any, what the config names, else this folder')
    .addOption(new Option('--format <format>', 'terminal, json or markdown').choices(['terminal', 'json', 'markdown']).default('terminal'))
    .option('--top <count>', 'so many items; JSON holds all', '10')
    .option('--output <file>', 'write it to a file')
    .addOption(config())
    .addOption(pack())
    .addOption(date())
    .option('--verbose', 'list all findings of an item')
    .addOption(color())
    .action(async (paths: string[], options: RoadmapOptions) => {
      const { roadmapCommand } = await import('../commands/roadmap.js');
      await run(() => roadmapCommand(paths, plainColor(options), output, cwd));
    });
};
