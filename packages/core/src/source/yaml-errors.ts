import type { SyntaxProblem } from './document.js';
import { LineMap } from './line-map.js';
import { MAX_DEPTH } from './yaml-tree.js';
import type { YamlError } from './yaml-tree.js';

/** What is known of a broken place: the text of its line and where in it the parser stopped. */
interface Broken {
  readonly reason: string;
  readonly text: string;
  readonly offset: number;
  readonly lines: LineMap;
  /** 1-based line at which the parser stopped. */
  readonly line: number;
  readonly lineText: string;
}

/** An explanation and the offsets of what it points at. */
interface Explained {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const lineText = (text: string, lines: LineMap, line: number): string => {
  const start = lines.offsetOfLine(line);
  return /^[^\r\n]*/u.exec(text.slice(start, start + 2000))?.[0] ?? '';
};

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)/mu;

/** Left-over marks of a merge, in YAML and JSON alike. */
export const explainConflict = (text: string): SyntaxProblem | undefined => {
  const found = /^(?:<{7}|>{7})(?: |\r?$)/mu.test(text) ? CONFLICT.exec(text) : null;
  if (found === null) return undefined;
  return {
    message: `Git left the marks of a merge conflict here (\`${found[0]}\`). Keep one side, and delete the marks.`,
    place: new LineMap(text).place(found.index, found.index + found[0].length),
  };
};

const tab = (broken: Broken): Explained | undefined => {
  if (!/\btab\b/u.test(broken.reason)) {
    // The parser may stumble over the line after the tab: look at the line itself and the one before.
    const near = [broken.line, broken.line - 1].find((line) => line >= 1 && /^ *\t/u.test(lineText(broken.text, broken.lines, line)));
    if (near === undefined) return undefined;
    return tabAt(broken, near);
  }
  return tabAt(broken, broken.line);
};

const tabAt = (broken: Broken, line: number): Explained => {
  const start = broken.lines.offsetOfLine(line) + Math.max(0, lineText(broken.text, broken.lines, line).indexOf('\t'));
  return {
    message: 'There is a tab here. YAML wants spaces: two for each step inwards. (Most editors: "Convert indentation to spaces".)',
    start,
    end: start + 1,
  };
};

/** `key: rest` or `- key: rest`, split; undefined for other lines. */
const entryOf = (line: string): { readonly value: string; readonly at: number } | undefined => {
  const found = /^(\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s:"'#][^:#]*?)\s*:[ \t]+)(\S.*)$/u.exec(line) ?? /^(\s*(?:- +)+)(\S.*)$/u.exec(line);
  return found === null ? undefined : { at: found[1]?.length ?? 0, value: found[2] ?? '' };
};

const START_WITH: Readonly<Record<string, string>> = {
  '{': 'takes for the beginning of a map',
  '[': 'takes for the beginning of a list',
  '@': 'keeps for itself',
  '`': 'keeps for itself',
  '%': 'keeps for itself',
  '&': 'takes for the name of an anchor',
  '*': 'takes for an alias',
  '!': 'takes for a tag',
  '|': 'takes for the beginning of a block of lines',
  '>': 'takes for the beginning of a block of lines',
};

const IN_BRACKETS = /deficient|unexpected end|missed comma|expected the node|within a flow collection/u;
const CLOSED_BY: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
/** What matters to brackets: themselves, texts in quotes, comments. */
const BRACKET_SIGNS = /[{}[\]]|(?<=[\s,:{[])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|#[^\r\n]*)/gu;

/** Whether the bracket with which a text begins is closed by the right one. */
const isClosed = (text: string): boolean => {
  const open: string[] = [];
  for (const [sign] of text.matchAll(BRACKET_SIGNS)) {
    const closedBy = CLOSED_BY[sign];
    if (closedBy !== undefined) open.push(closedBy);
    else if (sign === '}' || sign === ']') {
      if (open.pop() !== sign) return false;
      if (open.length === 0) return true;
    }
  }
  return false;
};

const unclosed = (broken: Broken): Explained | undefined => {
  if (!IN_BRACKETS.test(broken.reason)) return undefined;
  const line = openFlowLine(broken);
  const entry = entryOf(lineText(broken.text, broken.lines, line));
  const opening = entry?.value[0] ?? '';
  const closing = CLOSED_BY[opening];
  if (entry === undefined || closing === undefined) return undefined;
  const start = broken.lines.offsetOfLine(line) + entry.at;
  if (isClosed(broken.text.slice(start))) return undefined;
  const asText = /^[{[]\s*(?:#.*)?$/u.test(entry.value) ? '' : ' If it is text, put the whole text in quotes.';
  return { message: `The \`${opening}\` that opens here is never closed. Add \`${closing}\` where it ends.${asText}`, start, end: start + 1 };
};

const badStart = (broken: Broken): Explained | undefined => {
  const inBrackets = IN_BRACKETS.test(broken.reason);
  const from = inBrackets ? openFlowLine(broken) : broken.line;
  const line = lineText(broken.text, broken.lines, from);
  const key = /^(\s*(?:- +)*)([@`%])/u.exec(line);
  const entry = key === null ? entryOf(line) : { at: key[1]?.length ?? 0, value: line.slice(key[1]?.length ?? 0).replace(/:\s.*$/u, '') };
  const first = entry?.value[0];
  if (entry === undefined || first === undefined || START_WITH[first] === undefined) return undefined;
  // Brackets that reach over several lines and are closed: the mistake is inside them.
  if (inBrackets && CLOSED_BY[first] !== undefined && !isClosed(entry.value)) return undefined;
  if (/^(?:\{[^{}]*\}|\[[^[\]]*\]|[|>][-+0-9]*)\s*$/u.test(entry.value)) return undefined;
  const start = broken.lines.offsetOfLine(from) + entry.at;
  return {
    message: `The text begins with \`${first}\`, which YAML ${START_WITH[first]}. Put the text in quotes.`,
    start,
    end: start + entry.value.trimEnd().length,
  };
};

/** The last line at or above the error whose value opens a bracket: rather one that leaves it open. */
const openFlowLine = (broken: Broken): number => {
  let closed: number | undefined;
  for (let line = Math.min(broken.line, broken.lines.lines); line >= Math.max(1, broken.line - 50); line--) {
    const value = entryOf(lineText(broken.text, broken.lines, line))?.value ?? '';
    if (!/^[{[]/u.test(value)) continue;
    if (!isClosed(value)) return line;
    closed ??= line;
  }
  return closed ?? broken.line;
};

const openQuoteLine = (broken: Broken, quote: string): number => {
  for (let line = Math.min(broken.line, broken.lines.lines); line >= Math.max(1, broken.line - 200); line--) {
    const value = entryOf(lineText(broken.text, broken.lines, line))?.value;
    if (value?.startsWith(quote) === true && !closes(value, quote)) return line;
  }
  return broken.line;
};

const closes = (value: string, quote: string): boolean =>
  (quote === '"' ? /^"(?:[^"\\]|\\.)*"\s*(?:#.*|[,\]}].*)?$/u : /^'(?:[^']|'')*'\s*(?:#.*|[,\]}].*)?$/u).test(value);

/** How far a closing quote is looked for. */
const LONGEST_TEXT = 2_000;

/** Whether a text in quotes is closed some lines below, at the end of a line, with no other quote before it. */
const closesBelow = (text: string, quote: string): boolean =>
  (quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"[ \t]*(?:\r?\n|$)/u : /^'(?:[^']|'')*'[ \t]*(?:\r?\n|$)/u).test(text) &&
  !/\n[ \t]*(?:- )?["']?[\w -]+["']?:[ \t]/u.test(text.slice(0, text.indexOf(quote, 1)));

const quotes = (broken: Broken): Explained | undefined => {
  const entry = entryOf(broken.lineText);
  const quote = entry?.value[0];
  const base = broken.lines.offsetOfLine(broken.line);
  if (
    entry !== undefined &&
    (quote === '"' || quote === "'") &&
    broken.offset > base + entry.at &&
    /bad indentation|end of the stream or|missed comma|expected ':'/u.test(broken.reason)
  ) {
    const rest = broken.lineText.slice(broken.offset - base).trim();
    return {
      message:
        quote === "'"
          ? `The text in quotes ends before \`${rest}\`. An apostrophe inside single quotes is written twice (\`''\`); or put the whole text in double quotes.`
          : `The text in quotes ends before \`${rest}\`. Put the whole text in quotes; quotes inside it are written \`\\"\`, or use single quotes around it.`,
      start: base + entry.at,
      end: base + broken.lineText.trimEnd().length,
    };
  }
  if (!/quoted scalar|deficient indentation/u.test(broken.reason)) return undefined;
  const kinds = /double/u.test(broken.reason) ? ['"'] : /single/u.test(broken.reason) ? ["'"] : ['"', "'"];
  for (const kind of kinds) {
    const line = openQuoteLine(broken, kind);
    const value = entryOf(lineText(broken.text, broken.lines, line));
    if (value?.value.startsWith(kind) !== true) continue;
    const start = broken.lines.offsetOfLine(line) + value.at;
    return {
      message: closesBelow(broken.text.slice(start, start + LONGEST_TEXT), kind)
        ? 'The text in quotes that begins here goes on in lines that stand too far to the left. Indent them further than the key of the text.'
        : `The quote (${kind}) that opens here is never closed. Add it at the end of the text.`,
      start,
      end: start + value.value.trimEnd().length,
    };
  }
  return undefined;
};

const colon = (broken: Broken): Explained | undefined => {
  if (!/bad indentation of a mapping entry|multiline key|expected ':'/u.test(broken.reason)) return undefined;
  const entry = entryOf(broken.lineText);
  const at = entry?.value.search(/:(?:\s|$)/u) ?? -1;
  if (entry === undefined || at < 0 || /^["'|>[{]/u.test(entry.value)) return undefined;
  const start = broken.lines.offsetOfLine(broken.line) + entry.at;
  return {
    message: 'The text contains a colon followed by a space, which YAML takes for a new key. Put the text in quotes.',
    start,
    end: start + entry.value.trimEnd().length,
  };
};

const noColon = (broken: Broken): Explained | undefined => {
  if (!/multiline key|expected ':'|end of the stream or a document separator/u.test(broken.reason)) return undefined;
  for (const line of [broken.line, broken.line - 1]) {
    const text = line < 1 ? '' : lineText(broken.text, broken.lines, line);
    const start = broken.lines.offsetOfLine(line) + (text.length - text.trimStart().length);
    const glued = /^\s*(?:- +)*([\w-]+):(\S+)/u.exec(text);
    if (glued !== null)
      return {
        message: `A key and its value need a space between them: \`${glued[1] ?? ''}: ${glued[2] ?? ''}\`.`,
        start,
        end: start + text.trim().length,
      };
    if (text.trim() !== '' && !/^\s*#|:(?:\s|$)/u.test(text)) {
      return {
        message: `\`${text.trim().slice(0, 40)}\` is no line of YAML: a key, a colon and a space are missing in front of it.`,
        start,
        end: start + text.trim().length,
      };
    }
  }
  return undefined;
};

const indentation = (broken: Broken): Explained | undefined => {
  if (!/indentation/u.test(broken.reason)) return undefined;
  const start = broken.lines.offsetOfLine(broken.line) + (broken.lineText.length - broken.lineText.trimStart().length);
  return {
    message: 'This line does not stand under the one it belongs to. Lines of one block begin in the same column; two spaces for each step inwards.',
    start,
    end: broken.lines.offsetOfLine(broken.line) + broken.lineText.trimEnd().length,
  };
};

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/nested deeper|nesting exceeded/u, `This is nested deeper than ${MAX_DEPTH} levels, which no person would write. The file was not read.`],
  [/too many repetitions/u, 'Aliases (`*name`) repeat so much here that the file would grow out of bounds. Write it out, or repeat less.'],
  [/lies inside what it stands for/u, 'This alias stands inside the very thing that it repeats. Name something else.'],
  [/unidentified alias/u, 'This alias (`*name`) repeats something that is not there: no `&name` stands above it. If it is text, put it in quotes.'],
  [
    /unknown escape|hexadecimal/u,
    'A backslash in double quotes begins a special sign, and this one does not exist. Write it twice (`\\\\`), or use single quotes.',
  ],
  [
    /null byte|non-printable|valid JSON character/u,
    'There is a sign here that cannot be seen (a control character). Delete it; if the file is full of them it is no text file.',
  ],
  [
    /undeclared tag handle|tag (?:suffix|name|handle)|named tag/u,
    'A word that begins with `!` is a tag in YAML, and this one is not well formed. If it is text, put it in quotes.',
  ],
  [/anchor node/u, 'A word that begins with `&` is the name of an anchor in YAML. If it is text, put it in quotes.'],
  [/alias node/u, 'A word that begins with `*` is an alias in YAML. If it is text, put it in quotes.'],
  [/within a flow collection/u, 'A bracket (`{` or `[`) is opened and never closed. Close it, or put the text in quotes.'],
  [/missed comma/u, 'A comma is missing between two entries in brackets.'],
];

/** Says in words for people why a text is no YAML: what is wrong, where, and what to do. */
export const explainYaml = (text: string, error: YamlError): SyntaxProblem => {
  const conflict = explainConflict(text);
  if (conflict !== undefined) return conflict;
  const lines = new LineMap(text);
  const { line } = lines.position(error.offset);
  const broken: Broken = { reason: error.reason, text, offset: error.offset, lines, line, lineText: lineText(text, lines, line) };
  const known = REASONS.find(([pattern]) => pattern.test(error.reason));
  const first =
    known !== undefined &&
    /nested|nesting|repetitions|lies inside|unidentified|escape|hexadecimal|null byte|printable|JSON character/u.test(error.reason);
  const found = first ? undefined : (tab(broken) ?? quotes(broken) ?? unclosed(broken) ?? badStart(broken) ?? colon(broken) ?? noColon(broken));
  if (found !== undefined) return { message: found.message, place: lines.place(found.start, found.end) };
  if (known !== undefined) return { message: known[1], place: lines.place(error.offset) };
  const indented = indentation(broken);
  if (indented !== undefined) return { message: indented.message, place: lines.place(indented.start, indented.end) };
  return { message: `This is no valid YAML (${error.reason}). Look at this line and the one above it.`, place: lines.place(error.offset) };
};
