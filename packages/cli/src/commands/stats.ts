import type { Stopwatch } from '../run/stopwatch.js';

/** Time by stage and counts, for `--stats`. */
export const statsLines = ({ times }: Stopwatch, counts: Readonly<Record<string, number>>): string => {
  const rows = [
    ...[...times].map(([stage, milliseconds]): [string, string] => [stage, `${milliseconds.toFixed(1)} ms`]),
    ...Object.entries(counts).map(([name, count]): [string, string] => [name, String(count)]),
    ['memory', `${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MiB`] as [string, string],
  ];
  const widest = Math.max(...rows.map(([, value]) => value.length));
  return `${rows.map(([name, value]) => `${name.padEnd(10)} ${value.padStart(widest)}`).join('\n')}\n`;
};
