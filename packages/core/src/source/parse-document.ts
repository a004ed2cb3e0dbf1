import type { ParsedDocument, SyntaxProblem } from './document.js';
import { explainJson } from './json-errors.js';
import { duplicateMessage, jsonSlips } from './json-slips.js';
import { LineMap } from './line-map.js';
import { parseYaml } from './parse-yaml.js';
import type { Source, Syntax } from './source.js';
import { explainYaml } from './yaml-errors.js';
import { MAX_DEPTH, YamlError } from './yaml-tree.js';

/** What a text turned out to be. */
export type Parsed = Omit<ParsedDocument, 'source'>;

/** Whether JSON is nested deeper than anything that a person or a tool writes; readers may then recurse without care. */
const tooDeep = (text: string): number | undefined => {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) {
      do {
        i = text.indexOf('"', i + 1);
        if (i < 0) return undefined;
      } while (isEscaped(text, i));
    } else if (c === 123 || c === 91) {
      if (++depth > MAX_DEPTH) return i;
    } else if (c === 125 || c === 93) depth--;
  }
  return undefined;
};

const isEscaped = (text: string, at: number): boolean => {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
};

const parseJson = (text: string, deep: number | undefined): Parsed => {
  if (deep === undefined) return { syntax: 'json', value: JSON.parse(text) as unknown };
  const message = `This is nested deeper than ${MAX_DEPTH} levels, which no person would write. The file was not read.`;
  return { syntax: 'json', value: undefined, problem: { message, place: new LineMap(text).place(deep) } };
};

const slipsOf = (text: string): readonly SyntaxProblem[] => {
  const { duplicates, second } = parseYaml(text, true);
  const lines = new LineMap(text);
  const found: SyntaxProblem[] = duplicates.map(({ key, at, end, first }) => ({
    message: duplicateMessage(key, lines.position(first).line),
    place: lines.place(at, end),
  }));
  if (second !== undefined) {
    found.push({
      message: 'A second document begins here (after `---`), and only the first is read. Give each its own file.',
      place: lines.place(second),
    });
  }
  return found;
};

const parseYamlText = (text: string): Parsed => {
  try {
    const { value, syntax, duplicates, second } = parseYaml(text, false);
    if (duplicates.length === 0 && second === undefined) return { syntax, value };
    return { syntax, value, slips: slipsOf(text) };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { syntax: 'yaml', value: undefined, problem: explainYaml(text, error) };
  }
};

const isJsonPath = (path: string): boolean => /\.json$/iu.test(path);

/** Parses a text by what it looks like; `path` only settles whether broken JSON may be YAML in brackets. */
export const parseText = (text: string, path: string): Parsed => {
  const first = /\S/u.exec(text)?.[0];
  if (first !== '{' && first !== '[') return parseYamlText(text);
  const deep = tooDeep(text);
  try {
    return parseJson(text, deep);
  } catch (error) {
    const broken = { syntax: 'json' as Syntax, value: undefined };
    const reason = error instanceof Error ? error.message : String(error);
    if (isJsonPath(path)) return { ...broken, problem: explainJson(text, reason) };
    const yaml = parseYamlText(text);
    return yaml.problem === undefined ? yaml : { ...broken, problem: explainJson(text, reason) };
  }
};

class LazyDocument implements ParsedDocument {
  readonly source: Source;
  #parsed: Parsed | undefined;
  #slips: readonly SyntaxProblem[] | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  get #result(): Parsed {
    return (this.#parsed ??= parseText(this.source.text, this.source.path));
  }

  get syntax(): Syntax {
    return this.#result.syntax;
  }

  get value(): unknown {
    return this.#result.value;
  }

  get problem(): SyntaxProblem | undefined {
    return this.#result.problem;
  }

  get slips(): readonly SyntaxProblem[] {
    return (this.#slips ??=
      this.syntax === 'json' && this.problem === undefined ? jsonSlips(this.source.text, this.value) : (this.#result.slips ?? []));
  }
}

/** A source as a tree of values, parsed when first looked into, and once. */
export const parseDocument = (source: Source): ParsedDocument => new LazyDocument(source);
