import { UserError } from '@carelint/core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { needed } from '../config/read-text.js';
import { shownPath } from '../find/read.js';
import { isPartialRun, type PartialRun } from '../run/partial.js';

/** What a run was asked for, so that whoever joins its parts need not say it again. */
export interface AskedRun {
  readonly paths: readonly string[];
  readonly packs: readonly string[];
  readonly config?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** One of several parts of a run, as it is written. */
export interface Part {
  readonly 'carelint-part': 1;
  /** Version of the command that wrote it. */
  readonly version: string;
  /** Which part, from 1, of how many. */
  readonly shard: number;
  readonly of: number;
  /** The day that was judged for. */
  readonly day: string;
  readonly asked: AskedRun;
  readonly run: PartialRun;
}

/** A part, and where it was read from, for the user. */
export interface PartFile {
  readonly file: string;
  readonly part: Part;
}

const PART_VERSION = 1;

/** The name of a part for which no other is given; files of this name are never judged. */
export const partName = (shard: number, of: number): string => `carelint-part-${String(shard)}-of-${String(of)}.json`;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isAsked = (value: unknown): value is AskedRun =>
  isMap(value) &&
  ['paths', 'packs', 'only', 'skip'].every((name) => isTexts(value[name])) &&
  (value['config'] === undefined || typeof value['config'] === 'string');

const isPart = (value: Readonly<Record<string, unknown>>): boolean =>
  isCount(value['shard']) &&
  isCount(value['of']) &&
  value['shard'] <= value['of'] &&
  typeof value['version'] === 'string' &&
  typeof value['day'] === 'string' &&
  isAsked(value['asked']) &&
  isPartialRun(value['run']);

const parsed = (absolute: string, shown: string): unknown => {
  const text = needed(shown, () => readFileSync(absolute, 'utf8'));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UserError('This is no part of a run: it is no JSON, or it was cut off. Run its shard again.', { path: shown });
  }
};

/** Reads a part. It may have come from another machine, or not be one. `version`: that of this command. */
export const readPart = (absolute: string, cwd: string, version: string): PartFile => {
  const shown = shownPath(cwd, absolute);
  const value = parsed(path.resolve(cwd, absolute), shown);
  if (!isMap(value) || value['carelint-part'] === undefined)
    throw new UserError('This is no part of a run. `carelint check --shard 1/2` writes one.', { path: shown });
  if (value['carelint-part'] !== PART_VERSION || value['version'] !== version)
    throw new UserError(
      `This part was written by carelint ${typeof value['version'] === 'string' ? value['version'].slice(0, 40) : 'of another version'}, and this is ${version}. Use one version for all parts and for the merge.`,
      { path: shown },
    );
  if (!isPart(value)) throw new UserError('This part of a run is damaged. Run its shard again.', { path: shown });
  return { file: shown, part: value as unknown as Part };
};
