import { Option, type Command } from 'commander';
import type { Output } from '../output.js';

/** What a command needs so that it can be declared. */
export interface Declaring {
  readonly program: Command;
  readonly output: Output;
  /** The folder in which the command was called, absolute. */
  readonly cwd: string;
  /** Runs a command; the number it gives is the exit code. */
  readonly run: (work: () => Promise<number> | number) => Promise<void>;
}

/** Declares one command: its arguments, options and help. What it does is loaded when it is called. */
export type Declare = (declaring: Declaring) => void;

const several = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

/** An option that may be repeated, or name several things with commas between them. */
export const list = (flags: string, description: string): Option => new Option(flags, description).argParser(several).default([], 'none');

export const config = (): Option => new Option('--config <file>', 'the config, or `none`; else the nearest carelint.yaml upwards');

export const pack = (): Option => list('--pack <name>', 'a pack of rules, such as recommended or es-ley-10-2025 (may be repeated)');

export const color = (): Option => new Option('--no-color', 'plain text; NO_COLOR and FORCE_COLOR are heard too');

export const minScore = (): Option => new Option('--min-score <number>', 'exit with 1 where the score is lower (0 to 100)');

export const date = (): Option => new Option('--date <day>', 'judge as on that day (laws, waivers), such as 2027-01-31; else today');

/** For commands that print a list. */
export const format = (): Option => new Option('--format <format>', 'for people or for programs').choices(['terminal', 'json']).default('terminal');

/** commander says `color: true` where nobody asked for anything; then the environment decides. */
export const plainColor = <T extends { readonly color?: boolean }>({ color: asked, ...rest }: T): T =>
  (asked === false ? { ...rest, color: false } : rest) as T;
