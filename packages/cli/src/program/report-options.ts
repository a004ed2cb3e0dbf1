import { Option } from 'commander';
import { minScore } from './options.js';

// Options about the report, for each command that makes one.

export const formats = (): readonly Option[] => [
  new Option(
    '--format <format[=file]>',
    'terminal, json, github (annotations), sarif, code-scanning (SARIF for GitHub), gitlab, junit, checkstyle, markdown, compact, or html (a page to look at); may be repeated, each but one with its file',
  )
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'terminal'),
  new Option('--output <file>', 'write the report to a file: that of the format which names none'),
];

export const failing = (): readonly Option[] => [
  new Option('--fail-on <level>', 'from which level on the exit code is 1').choices(['error', 'warning', 'advice', 'never']),
  minScore(),
];

export const baseline = (): readonly Option[] => [
  new Option(
    '--baseline <file>',
    'findings that are known and not told again, or `none`; else what the config names, else carelint-baseline.json beside it',
  ),
  new Option('--update-baseline', 'take all findings of what is checked into the baseline, and take out what is mended'),
  new Option('--prune', 'take out of the baseline what is mended, and nothing else'),
  new Option('--fail-on-stale', 'exit with 1 where the baseline lists what is mended'),
];

export const changed = (): readonly Option[] => [
  new Option('--changed', 'tell only what touches files that have changed since the default branch was left, or the base of the pull request'),
  new Option('--since <ref>', 'the same, since another branch or commit was left'),
];

export const showing = (): readonly Option[] => [
  new Option('--quiet', 'show only what makes the run fail, and the sum'),
  new Option('--verbose', 'show whole journeys, and all reasons for open questions'),
  new Option('--suggest', 'show what would mend each finding, as a small diff; --verbose does so too'),
  new Option('--stats', 'tell how long each stage took (on stderr)'),
];
