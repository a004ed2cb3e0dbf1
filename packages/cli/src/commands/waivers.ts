import { UserError, type Report, type Waiver } from '@carelint/core';
import path from 'node:path';
import { resolveConfig } from '../config/resolve.js';
import { findFiles } from '../find/meant.js';
import { daysBetween, writtenOn } from '../git/blame.js';
import type { Output } from '../output.js';
import { jsonWithoutCommands, withoutCommands } from '../report/ci-commands.js';
import { printable, printableJson, wrapped } from '../report/printable.js';
import { styleOf, widthFor, type Style } from '../report/style.js';
import { counted } from '../report/summary.js';
import { analyse } from '../run/analyse.js';
import { progressOn } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';

/** The options of `carelint waivers`. */
export interface WaiversOptions {
  readonly config?: string;
  readonly date?: string;
  readonly format: 'terminal' | 'json';
  readonly color?: boolean;
}

/** A waiver as it is listed. */
interface Listed {
  readonly rule: string;
  readonly file: string;
  readonly step?: string;
  readonly because: string;
  readonly owner: string;
  readonly until: string;
  /** Negative where it has ended. */
  readonly daysLeft: number;
  /** The day on which it was written, where git knows. */
  readonly since?: string;
  readonly ageInDays?: number;
  /** How many findings it hides now. */
  readonly hides: number;
  readonly writtenIn: string;
  readonly line: number;
}

const isOf = ({ rule, file, step, owner, until, because }: Waiver) => {
  return (exception: Report['exceptions'][number]): boolean =>
    exception.by === 'waiver' &&
    exception.rule === rule &&
    exception.file === file &&
    exception.step === step &&
    exception.owner === owner &&
    exception.until === until &&
    exception.because === because;
};

const listed = (waiver: Waiver, { exceptions }: Report, today: string, cwd: string): Listed => {
  const { rule, file, step, because, owner, until, path: writtenIn, place } = waiver;
  const since = writtenOn(path.resolve(cwd, writtenIn), place.line, Math.max(place.line, place.endLine));
  return {
    rule,
    file,
    ...(step === undefined ? {} : { step }),
    because,
    owner,
    until,
    daysLeft: daysBetween(today, until),
    ...(since === undefined ? {} : { since, ageInDays: Math.max(0, daysBetween(since, today)) }),
    hides: exceptions.find(isOf(waiver))?.hides.length ?? 0,
    writtenIn,
    line: place.line,
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const soonestFirst = (a: Listed, b: Listed): number => compare(a.until, b.until) || compare(a.file, b.file) || compare(a.rule, b.rule);

const left = ({ daysLeft, until }: Listed): string => {
  if (daysLeft < 0) return `ended ${counted(-daysLeft, 'day')} ago, on ${until}`;
  return daysLeft === 0 ? `ends today, ${until}` : `${counted(daysLeft, 'day')} left, until ${until}`;
};

const hiding = ({ daysLeft, hides }: Listed): string => {
  if (daysLeft < 0) return 'hides nothing any more';
  return hides === 0 ? 'hides nothing' : `hides ${counted(hides, 'finding')}`;
};

const linesOf = (waiver: Listed, width: number, style: Style): readonly string[] => {
  const { rule, file, step, because, owner, since, ageInDays, daysLeft, writtenIn, line } = waiver;
  const age = since === undefined || ageInDays === undefined ? '' : `, written ${counted(ageInDays, 'day')} ago (${since})`;
  const term = daysLeft < 0 ? style.red(left(waiver)) : left(waiver);
  const more = (text: string): readonly string[] => wrapped(printable(text), width - 4).map((part) => `    ${part}`);
  return [
    `  ${term}`,
    ...more(`${rule} in ${file}${step === undefined ? '' : ` at ${step}`}: ${hiding(waiver)}.`),
    ...more(`${owner}: ${because}`),
    ...more(`${writtenIn}:${String(line)}${age}`).map((text) => style.dim(text)),
    '',
  ];
};

const shown = (waivers: readonly Listed[], width: number, style: Style): string => {
  if (waivers.length === 0) return 'There are no waivers.\n';
  const ended = waivers.filter(({ daysLeft }) => daysLeft < 0).length;
  const sum = `${counted(waivers.length, 'waiver')}${ended === 0 ? '' : `, ${String(ended)} of them ended: each is an error until it is mended or agreed on anew`}.`;
  return `${withoutCommands([...waivers.flatMap((waiver) => linesOf(waiver, width, style)), sum].join('\n'))}\n`;
};

/** Lists all waivers, those that end first in front, with what each hides now. */
export const waiversCommand = async (options: WaiversOptions, output: Output, cwd: string): Promise<number> => {
  const config = resolveConfig({ cwd, near: cwd, packs: [], config: options.config, date: options.date });
  const files = config.waivers.length === 0 ? [] : findFiles(cwd, [], config);
  const progress = progressOn(output, false);
  try {
    const whole = { cwd, config, selection: { only: [], skip: [] }, files, whole: true, keep: false, watch: stopwatch(), progress };
    const report = files.length === 0 ? undefined : (await analyse(whole)).report;
    progress.end();
    if (report === undefined && config.waivers.length > 0)
      throw new UserError('There is nothing to read, so that nobody knows what the waivers hide.');
    const waivers = report === undefined ? [] : config.waivers.map((waiver) => listed(waiver, report, config.today, cwd)).sort(soonestFirst);
    if (options.format === 'json') output.out(`${jsonWithoutCommands(printableJson(JSON.stringify({ date: config.today, waivers }, null, 2)))}\n`);
    else output.out(shown(waivers, widthFor(output.columns), styleOf(output, options.color)));
    return 0;
  } finally {
    progress.end();
  }
};
