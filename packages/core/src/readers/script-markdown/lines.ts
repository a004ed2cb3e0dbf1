import type { Nodes, PhrasingContent } from 'mdast';
import { hole } from '../../model/artefact.js';

/** A line of running text as it is read, with the offsets of its characters in the file. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where a character of `text` stands in the file; its end for the length of `text`. */
  at(offset: number): number;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is filled in: `[Customer name]`. A link has no such form once it is parsed. */
const FILLED = /\[([\p{Lu}][\p{L}\p{N} '’/_-]{1,40})\]/gu;

const offsetsOf = (node: Nodes): readonly [number, number] => [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];

/** The running text under a node, in pieces. What is code, or markup, is not spoken. */
const pieces = (nodes: readonly PhrasingContent[], into: Piece[]): void => {
  for (const node of nodes) {
    const [start, end] = offsetsOf(node);
    if (node.type === 'text') into.push({ text: node.value, start, end });
    else if (node.type === 'break') into.push({ text: '\n', start, end });
    else if (node.type === 'inlineCode') into.push({ text: hole('code'), start, end });
    else if (node.type === 'html') {
      if (/^<br\b/iu.test(node.value)) into.push({ text: '\n', start, end });
      else if (/^<[\p{L} _-]+>$/u.test(node.value) && /[ _]|name|number|date|time/iu.test(node.value))
        into.push({ text: hole(node.value.slice(1, -1)), start, end });
    } else if ('children' in node) pieces(node.children, into);
  }
};

const lineOf = (parts: readonly Piece[]): Line | undefined => {
  const raw = parts.map(({ text }) => text).join('');
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  if (text === '') return undefined;
  const at = (offset: number): number => {
    let left = offset + lead;
    for (const { text: part, start, end } of parts) {
      // A piece with escapes or entities is longer in the file: then its begin or its end is as near as it gets.
      if (left <= part.length) return left === part.length ? end : end - start === part.length ? start + left : start;
      left -= part.length;
    }
    return parts.at(-1)?.end ?? 0;
  };
  return { text, start: at(0), end: at(text.length), at };
};

/** The lines of a paragraph or a cell of a table. */
export const linesOf = (nodes: readonly PhrasingContent[]): readonly Line[] => {
  const all: Piece[] = [];
  pieces(nodes, all);
  const lines: Line[] = [];
  let line: Piece[] = [];
  const close = (): void => {
    const found = lineOf(line);
    if (found !== undefined) lines.push(found);
    line = [];
  };
  for (const { text, start, end } of all) {
    const plain = end - start === text.length;
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      line.push({ text: text.slice(from, to), start: plain ? start + from : start, end: plain ? start + to : end });
      close();
      from = to + 1;
    }
    line.push({ text: text.slice(from), start: plain ? start + from : start, end });
  }
  close();
  return lines;
};

/** Words with what is filled in as holes. */
export const withHoles = (text: string): string => (text.includes('[') ? text.replace(FILLED, (_, name: string) => hole(name)) : text);
