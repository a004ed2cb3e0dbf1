import { UserError } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import path from 'node:path';

/** What a report can be written as, and for whom. */
export const FORMATS = [
  'terminal',
  'json',
  'github',
  'sarif',
  'code-scanning',
  'gitlab',
  'junit',
  'checkstyle',
  'markdown',
  'compact',
  'html',
] as const;
export type Format = (typeof FORMATS)[number];

/** A report that is asked for: `sarif`, or `sarif=report.sarif`. */
export interface Wanted {
  readonly format: Format;
  /** Absent: the screen, or what `--output` names. */
  readonly file?: string;
}

const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

const parsed = (value: string): Wanted => {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/su.exec(value) ?? [];
  if (!isFormat(name)) {
    const meant = nearest(name, FORMATS);
    throw new UserError(
      `There is no format \`${name}\`. ${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Allowed choices are ${FORMATS.join(', ')}.`,
    );
  }
  if (file === '') throw new UserError(`\`--format ${name}=\` names no file. Put it after the equals sign.`);
  return file === undefined ? { format: name } : { format: name, file };
};

const shown = ({ format, file }: Wanted): string => `\`--format ${format}${file === undefined ? '' : `=${file}`}\``;

/** Which report goes where: each `--format` a report, at most one of them to the screen, no two into one file. */
export const targetsOf = (formats: readonly string[], output: string | undefined, cwd: string): readonly Wanted[] => {
  const all: readonly Wanted[] = formats.length === 0 ? [{ format: 'terminal' }] : formats.map(parsed);
  const [first, second] = all.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined) {
    throw new UserError(`${shown(first)} and ${shown(second)} cannot share one place. Give one a file: \`--format ${second.format}=FILE\`.`);
  }
  if (first === undefined && output !== undefined)
    throw new UserError(`Nothing is left for \`--output ${output}\`: every format has a file of its own.`);
  const targets = all.map((one) => (one.file === undefined && output !== undefined ? { ...one, file: output } : one));
  const files = new Map<string, Wanted>();
  for (const target of targets) {
    if (target.file === undefined) continue;
    const absolute = path.resolve(cwd, target.file);
    const other = files.get(absolute);
    if (other !== undefined) throw new UserError(`${shown(other)} and ${shown(target)} name the same file. Give each its own.`);
    files.set(absolute, target);
  }
  return targets;
};
