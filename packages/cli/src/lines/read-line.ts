import { nearest } from '@carelint/policy-schema';
import type { Line } from './split-lines.js';

/** A file that a line names; without a text it is read from the disk. */
export interface NamedFile {
  readonly path: string;
  readonly text?: string;
}

/** What a line asks to be judged: files that belong together. */
export interface Asked {
  /** What the line calls itself. */
  readonly id?: string | number;
  /** Set where it is about one file alone. */
  readonly path?: string;
  readonly files: readonly NamedFile[];
}

/** A line, understood; or what is wrong with it, with its name where that could be read. */
export type ReadLine = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly message: string; readonly id?: string | number };

type Map = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);

const LINE_KEYS = ['id', 'path', 'text', 'files'];
const FILE_KEYS = ['path', 'text'];
const SHAPES = '`{"path": ..., "text": ...}`, `{"path": ...}` or `{"id": ..., "files": [...]}`';

/** What is wrong with the keys of a map: one that means nothing is most likely one that is misspelt. */
const strangeKey = (map: Map, known: readonly string[]): string | undefined => {
  const strange = Object.keys(map).find((key) => !known.includes(key));
  if (strange === undefined) return undefined;
  const meant = nearest(strange, known);
  return `There is no \`${strange.slice(0, 60)}\` here. ${meant === undefined ? `A line is ${SHAPES}.` : `Did you mean \`${meant}\`?`}`;
};

const wrongFile = ({ path, text }: Map): string | undefined => {
  if (typeof path !== 'string' || path === '' || path.includes('\0')) return '`path` has to be the name of a file.';
  return text === undefined || typeof text === 'string' ? undefined : '`text` has to be what the file holds, as a string.';
};

const toFile = ({ path, text }: Map): NamedFile => ({ path: path as string, ...(text === undefined ? {} : { text: text as string }) });

/** What is wrong with a group of files. */
const wrongGroup = (files: unknown): string | undefined => {
  if (!Array.isArray(files) || files.length === 0) return '`files` has to be a list of files: `{"path": ..., "text": ...}`.';
  for (const [index, file] of files.entries()) {
    const wrong = isMap(file) ? (strangeKey(file, FILE_KEYS) ?? wrongFile(file)) : 'A file is `{"path": ..., "text": ...}`.';
    if (wrong !== undefined) return `File ${String(index + 1)} of \`files\`: ${wrong}`;
  }
  return undefined;
};

const wrongIn = (line: Map): string | undefined => {
  const { id, path, text, files } = line;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return '`id` has to be a string or a number.';
  const strange = strangeKey(line, LINE_KEYS);
  if (strange !== undefined) return strange;
  if (files === undefined) return path === undefined ? `This names no file. A line is ${SHAPES}.` : wrongFile(line);
  return path === undefined && text === undefined ? wrongGroup(files) : 'A line has either `path` or `files`.';
};

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** Understands a line. */
export const readLine = (line: Line): ReadLine => {
  if (!line.ok) return line;
  if (line.text.trim() === '') return { ok: false, message: `This line is empty. A line is ${SHAPES}.` };
  const json = parsed(line.text);
  if (json === undefined || !isMap(json.value)) return { ok: false, message: `This line is no JSON object. A line is ${SHAPES}.` };
  const { value } = json;
  const { id } = value;
  const named = typeof id === 'string' || typeof id === 'number' ? { id } : {};
  const wrong = wrongIn(value);
  if (wrong !== undefined) return { ok: false, message: wrong, ...named };
  if (value['files'] !== undefined) return { ok: true, asked: { ...named, files: (value['files'] as readonly Map[]).map(toFile) } };
  const file = toFile(value);
  return { ok: true, asked: { ...named, path: file.path, files: [file] } };
};
