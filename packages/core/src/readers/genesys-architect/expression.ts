import { hole } from '../../model/artefact.js';
import type { Token } from './expression-tokens.js';
import { tokensOf } from './expression-tokens.js';

/** What an expression for audio or text amounts to. */
export interface Heard {
  /** The words of each alternative (`If(…, a, b)` has two), dynamic parts as holes. */
  readonly texts: readonly string[];
  /** Names of recordings that are played. */
  readonly recordings: readonly string[];
  /** Names of dynamic parts that stand alone. */
  readonly dynamic: readonly string[];
  /** Whether it may be interrupted, where the expression says so. */
  readonly bargeIn?: boolean;
}

/** Functions whose arguments are heard one after the other. */
const JOINING = new Set([
  'append',
  'concat',
  'toaudiotts',
  'toaudio',
  'makecommunication',
  'tocommunication',
  'audioplaybackoptions',
  'trim',
  'upper',
  'lower',
  'tocommunicationtts',
  'tossml',
  'tostring',
  'todisplaystring',
]);
/** Of these only the first argument is heard: the rest says how. */
const FIRST_ONLY = new Set(['tocommunication', 'audioplaybackoptions', 'toaudiotts', 'tostring', 'todisplaystring', 'trim', 'upper', 'lower']);
const SILENT = new Set(['toaudioblank']);
const DEEPEST = 60;

type Piece = { readonly is: 'words' | 'dynamic' | 'recording'; readonly text: string };

/** Alternatives, each a row of pieces. */
type Rows = readonly Piece[][];

const NOTHING: Rows = [[]];
/** More alternatives than these are not told apart. */
const MOST = 8;

const joined = (left: Rows, right: Rows): Rows => {
  if (left === NOTHING) return right;
  if (right === NOTHING) return left;
  const [row, other] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && row !== undefined && other !== undefined) {
    for (const piece of other) row.push(piece);
    return left;
  }
  return left.flatMap((head) => right.map((tail) => [...head, ...tail])).slice(0, MOST);
};

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  bargeIn: boolean | undefined;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Everything up to a comma or a closing bracket of this level. */
  sum(depth: number): Rows {
    let rows: Rows = NOTHING;
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      if (token.is === 'mark' && (token.text === ',' || token.text === ')' || token.text === ']')) break;
      rows = joined(rows, this.#value(token, depth));
    }
    return rows;
  }

  #value(token: Token, depth: number): Rows {
    this.#at++;
    if (token.is === 'text') return [[{ is: 'words', text: token.text }]];
    if (token.is === 'name') return this.#isMark('(') ? this.#call(token.text, depth) : this.#name(token.text, depth);
    if (token.text === '(' && depth < DEEPEST) {
      const rows = this.sum(depth + 1);
      this.#skip(')');
      return rows;
    }
    return NOTHING;
  }

  #name(name: string, depth: number): Rows {
    if (this.#isMark('[') && depth < DEEPEST) {
      this.#at++;
      this.sum(depth + 1);
      this.#skip(']');
    }
    if (/^(?:Prompt|PromptSystem)\./u.test(name)) return [[{ is: 'recording', text: name }]];
    if (/^(?:true|false|null|not_set|and|or|not)$/iu.test(name) || /^Format\./u.test(name)) return NOTHING;
    return [[{ is: 'dynamic', text: name }]];
  }

  #call(name: string, depth: number): Rows {
    this.#at++;
    const args: Rows[] = [];
    const flags: (Token | undefined)[] = [];
    while (this.#at < this.#tokens.length && !this.#isMark(')')) {
      const from = this.#at;
      flags.push(this.#tokens[from]);
      args.push(depth < DEEPEST ? this.sum(depth + 1) : NOTHING);
      if (this.#isMark(',')) this.#at++;
      else if (this.#isMark(']') || this.#at === from) this.#at++;
    }
    this.#skip(')');
    const lower = name.toLowerCase();
    const [first = NOTHING, second = NOTHING, third = NOTHING] = args;
    if (lower === 'audioplaybackoptions') this.bargeIn = flags[1]?.text.toLowerCase() !== 'false';
    if (SILENT.has(lower)) return NOTHING;
    if (lower === 'if') return [...second, ...third].slice(0, MOST);
    if (FIRST_ONLY.has(lower)) return first;
    if (JOINING.has(lower)) return args.reduce<Rows>(joined, NOTHING);
    if (/^Find\w*Prompt$/iu.test(name)) return [[{ is: 'recording', text: words(first) ?? 'chosen by the flow' }]];
    const inner = args.flatMap((rows) => rows[0] ?? []).find((piece) => piece.is === 'dynamic');
    return [[{ is: 'dynamic', text: inner?.text ?? name }]];
  }

  #isMark(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.is === 'mark' && token.text === text;
  }

  #skip(text: string): void {
    if (this.#isMark(text)) this.#at++;
  }
}

const words = (rows: Rows): string | undefined => rows[0]?.find(({ is }) => is === 'words')?.text;

const textOfRow = (row: readonly Piece[], isEcho: (name: string) => boolean): string => {
  let out = '';
  for (const { is, text } of row) {
    if (is === 'words') out += text;
    else if (is === 'dynamic') out += `${out === '' || /\s$/u.test(out) ? '' : ' '}${isEcho(text) ? '…' : hole(lastPart(text))}`;
    else out += ' ';
  }
  return out.replace(/\s+/gu, ' ').trim();
};

/** What is heard or read where an expression stands. What customers said themselves (`isEcho`) is repeated to them, and adds nothing. */
export const heardIn = (expression: string, isEcho: (name: string) => boolean = () => false): Heard => {
  const parser = new Parser(tokensOf(expression));
  const rows = parser.sum(0);
  const texts = new Set<string>();
  const recordings = new Set<string>();
  const dynamic = new Set<string>();
  for (const row of rows) {
    for (const piece of row) if (piece.is === 'recording') recordings.add(piece.text);
    if (row.some(({ is, text }) => is === 'words' && /[\p{L}\p{N}]/u.test(text))) texts.add(textOfRow(row, isEcho));
    else for (const piece of row) if (piece.is === 'dynamic') dynamic.add(piece.text);
  }
  return {
    texts: [...texts],
    recordings: [...recordings],
    dynamic: [...dynamic],
    ...(parser.bargeIn === undefined ? {} : { bargeIn: parser.bargeIn }),
  };
};
