import type { ts } from 'ts-morph';

/** A stretch of a file. */
export interface Site {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What an expression may stand for, as far as can be told without running anything. */
export type Value =
  | { readonly is: 'const'; readonly value: Plain }
  /** A text of which some parts are filled in at run time. */
  | { readonly is: 'text'; readonly parts: readonly (string | Value)[] }
  /** What the platform or the one who called the webhook sent along: `Digits`, `attempt`. */
  | { readonly is: 'input'; readonly name: string }
  /** A part of the configuration: an environment variable. */
  | { readonly is: 'setting'; readonly name: string }
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | { readonly is: 'document'; readonly document: Document }
  /** A document as text. */
  | { readonly is: 'written'; readonly document: Document }
  /** A method that is about to be called. */
  | { readonly is: 'method'; readonly of: Value; readonly name: string }
  | UnknownValue;

export type Plain = string | number | boolean | null | undefined;

export interface ObjectValue {
  readonly is: 'object';
  readonly entries: Map<string, Value>;
  /** There may be more entries than are seen. */
  open: boolean;
}

export interface ArrayValue {
  readonly is: 'array';
  readonly items: Value[];
  open: boolean;
}

export interface FunctionValue {
  readonly is: 'function';
  readonly node: ts.FunctionLikeDeclaration;
  readonly scope: Scope;
}

export interface UnknownValue {
  readonly is: 'unknown';
  /** What a person would call it: the last part of its name. */
  readonly name: string;
  /** All names that it is made of, for telling what it is about. */
  readonly words: string;
  /** It is part of what the webhook was sent: the request, its body, its query. */
  readonly request?: true;
}

/** A verb of a document, as it was written. */
export interface Verb {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Value>;
  /** The words, the number or the address that it holds. */
  readonly text: Value | undefined;
  readonly children: Verb[];
  readonly site: Site;
}

/** What is answered to the platform: verbs in order. */
export interface Document {
  readonly verbs: Verb[];
  /** Somebody out of sight may have added to it. */
  isOpen: boolean;
  readonly site: Site;
}

/** Names with what they stand for, inside others. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly outer: Scope | undefined;
  /** What stands at the top of a file is worked out when it is asked for. */
  readonly top?: (name: string) => Value | undefined;
}

export const constant = (value: Plain): Value => ({ is: 'const', value });
export const NOTHING: Value = constant(undefined);
export const unknown = (name: string, words: string = name): UnknownValue => ({ is: 'unknown', name, words });

/** The names that a value is made of. */
export const wordsIn = (value: Value): string => {
  switch (value.is) {
    case 'unknown':
      return value.words;
    case 'input':
    case 'setting':
      return value.name;
    case 'method':
      return `${wordsIn(value.of)} ${value.name}`;
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? '' : wordsIn(part))).join(' ');
    default:
      return '';
  }
};

/** The text that a value surely is; undefined where it is none or has parts that are filled in. */
export const textOf = (value: Value | undefined): string | undefined => {
  if (value?.is !== 'const') return undefined;
  return typeof value.value === 'string' ? value.value : typeof value.value === 'number' ? String(value.value) : undefined;
};

/** Two texts after each other. */
export const joined = (values: readonly Value[]): Value => {
  const parts: (string | Value)[] = [];
  const add = (part: string | Value): void => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  };
  for (const value of values) {
    if (value.is === 'text') value.parts.forEach(add);
    else if (value.is === 'const') add(String(value.value));
    else add(value);
  }
  const [only] = parts;
  if (parts.length === 0) return constant('');
  return parts.length === 1 && typeof only === 'string' ? constant(only) : { is: 'text', parts };
};

export const siteOf = (node: ts.Node, file: ts.SourceFile = node.getSourceFile()): Site => ({
  path: file.fileName,
  start: node.getStart(file),
  end: node.end,
});

/** A short name for a value, for holes in texts. */
export const nameOf = (value: Value): string => {
  switch (value.is) {
    case 'unknown':
    case 'input':
    case 'setting':
      return value.name;
    case 'method':
      return value.name;
    default:
      return 'value';
  }
};
