import { UserError } from '@carelint/core';
import { validate, type HistoryDocument } from '@carelint/policy-schema';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../config/read-text.js';
import { shownPath } from '../find/read.js';
import { HISTORY_NAME } from './history-name.js';
import type { Spot } from '../score/snapshot.js';

/** Where the history of a run lies, and whether it was asked for by name. */
export interface HistoryPlace {
  readonly absolute: string;
  readonly isNamed: boolean;
}

export const historyPlace = (option: string | undefined, folder: string, cwd: string): HistoryPlace =>
  option === undefined ? { absolute: path.join(folder, HISTORY_NAME), isNamed: false } : { absolute: path.resolve(cwd, option), isNamed: true };

/** A day of the history, with the findings of that day. */
export interface Recorded {
  readonly written: HistoryDocument;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly findings: ReadonlyMap<string, Spot>;
  /** Whether the findings are surely those: no line was lost since all were listed. */
  readonly isExact: boolean;
}

/** A line that says nothing, and what to do about it. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
}

/** A history, read. */
export interface History {
  /** As the user may open it. */
  readonly shown: string;
  /** In the order of the file. */
  readonly recorded: readonly Recorded[];
  readonly bad: readonly BadLine[];
  /** Every line as it stands in the file. */
  readonly lines: readonly string[];
}

const MARK = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/u;

const listed = (prints: HistoryDocument['all'] = {}): readonly (readonly [string, Spot])[] =>
  Object.entries(prints).flatMap(([rule, files]) =>
    Object.entries(files).flatMap(([file, fingerprints]) => fingerprints.map((fingerprint) => [fingerprint, { rule, file }] as const)),
  );

/** The findings of a day, from those of the line before it. */
const after = ({ all, came, went = [] }: HistoryDocument, before: ReadonlyMap<string, Spot>): ReadonlyMap<string, Spot> => {
  if (all !== undefined) return new Map(listed(all));
  const gone = new Set(went);
  return new Map([...[...before].filter(([fingerprint]) => !gone.has(fingerprint)), ...listed(came)]);
};

const parsedLine = (text: string): HistoryDocument | string => {
  if (MARK.test(text)) return 'Here git could not merge two histories. Keep the lines of both sides, and take its marks away.';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'This line is no JSON: it was cut off or edited. Take it back from git, or remove it.';
  }
  const [mistake] = validate('history', value);
  return mistake === undefined ? (value as HistoryDocument) : `${mistake.message} Take the line back from git, or remove it.`;
};

/** Reads a history from its text. A line that cannot be read is told, and the others hold. */
export const parseHistory = (text: string, shown: string): History => {
  const lines = text.split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  const recorded: Recorded[] = [];
  const bad: BadLine[] = [];
  let [findings, isExact]: [ReadonlyMap<string, Spot>, boolean] = [new Map<string, Spot>(), false];
  lines.forEach((raw, index) => {
    if (raw.trim() === '') return;
    const written = parsedLine(raw);
    if (typeof written === 'string') {
      bad.push({ line: index + 1, message: written });
      isExact = false;
      return;
    }
    findings = after(written, findings);
    isExact = written.all !== undefined || isExact;
    recorded.push({ written, line: index + 1, findings, isExact });
  });
  return { shown, recorded, bad, lines };
};

/** Reads the history at a place; undefined where none is there. One that was asked for by name must be, unless it is about to be written. */
export const readHistory = ({ absolute, isNamed }: HistoryPlace, willBeWritten: boolean, cwd: string): History | undefined => {
  const shown = shownPath(cwd, absolute);
  if (existsSync(absolute)) return parseHistory(readText(absolute, shown), shown);
  if (!isNamed || willBeWritten) return undefined;
  throw new UserError(`There is no history \`${shown}\`. Begin it with \`carelint score --record\`.`);
};

/** The days of a history, the earliest first. What two branches wrote on one day is told by the later line. */
export const daysOf = ({ recorded }: History): readonly Recorded[] => {
  const days = new Map(recorded.map((day) => [day.written.date, day]));
  return [...days.values()].sort((a, b) => (a.written.date < b.written.date ? -1 : 1));
};
