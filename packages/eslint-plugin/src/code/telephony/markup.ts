// TwiML, LaML and Plivo XML that stands in strings.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { lastName } from '../walk.js';
import { verbOf, type CallResponse, type Verb } from './verb.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Stands for what is filled in at run time. */
const HOLE = '\u0001';
/** More text than this is no answer to a platform. */
const LONGEST = 20_000;
const VERB_TAG = /<(?:Say|Speak|Play|Gather|GetDigits|GetInput|Dial|Record|Hangup|Reject|Redirect|Enqueue|Connect)(?=[\s/>])/u;
const TAG = /<(\/?)([A-Z][A-Za-z]*)(?=[\s/>])([^<>]*)>/gu;
const ATTRIBUTE = /([A-Za-z][\w-]*)\s*=/gu;
/** Words that are told. */
const TOLD = new Set(['Say', 'Speak']);

/** A text put together from literals, with the offset in the source of each of its characters. */
interface Written {
  readonly text: string;
  readonly offsetOf: (index: number) => number;
}

/** The literals of which an expression is made, in order, each as it is written; what is filled in is a hole. */
const piecesOf = (node: TSESTree.Node, source: SourceCode): readonly { readonly text: string; readonly start: number }[] => {
  const [start, end] = node.range;
  if (node.type === 'Literal' && typeof node.value === 'string') return [{ text: source.text.slice(start + 1, end - 1), start: start + 1 }];
  if (node.type === 'TemplateLiteral') {
    let text = source.text.slice(start + 1, end - 1);
    for (const { range } of node.expressions) {
      // With the `${` and the `}` around it, so that offsets stay.
      const from = range[0] - start - 3;
      const length = range[1] - range[0] + 3;
      text = text.slice(0, from) + HOLE.repeat(length) + text.slice(from + length);
    }
    return [{ text, start: start + 1 }];
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') return [node.left, node.right].flatMap((one) => piecesOf(one, source));
  if (node.type === 'ArrayExpression') return node.elements.flatMap((one) => (one === null ? [] : piecesOf(one, source)));
  return [{ text: HOLE, start }];
};

const writtenIn = (node: TSESTree.Node, source: SourceCode): Written => {
  const pieces = piecesOf(node, source);
  return {
    text: pieces.map(({ text }) => text).join(''),
    offsetOf: (index) => {
      let left = index;
      for (const { text, start } of pieces) {
        if (left < text.length) return start + left;
        left -= text.length;
      }
      return node.range[1];
    },
  };
};

interface Open {
  readonly tag: string;
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
  readonly inside: string[];
  readonly words: string[];
}

const attributesOf = (text: string): ReadonlySet<string> | undefined => {
  // A hole outside of quotes may be any attribute.
  if (text.replace(/"[^"]*"|'[^']*'/gu, '').includes(HOLE)) return undefined;
  return new Set([...text.matchAll(ATTRIBUTE)].map(([, name]) => (name ?? '').toLowerCase()));
};

const verbFrom = ({ tag, attributes, from, to, inside, words }: Open, node: TSESTree.Node, { offsetOf }: Written, source: SourceCode): Verb => ({
  name: verbOf(tag),
  node,
  loc: { start: source.getLocFromIndex(offsetOf(from)), end: source.getLocFromIndex(offsetOf(to - 1) + 1) },
  options: attributesOf(attributes),
  words: words.some((text) => text.includes(HOLE)) ? undefined : words.join(' ').replace(/\s+/gu, ' ').trim(),
  inside,
});

/** Verbs at the top of the markup, and whether something filled in may be one. */
const verbsIn = (written: Written, node: TSESTree.Node, source: SourceCode): { readonly verbs: readonly Verb[]; readonly isOpen: boolean } => {
  const { text } = written;
  const stack: Open[] = [];
  const verbs: Verb[] = [];
  let at = 0;
  let isOpen = !/<Response[\s>]/u.test(text) || !text.includes('</Response>');
  const between = (end: number): void => {
    const told = text.slice(at, end);
    const top = stack.at(-1);
    if (top === undefined) isOpen ||= told.includes(HOLE);
    else if (TOLD.has(top.tag)) for (const one of stack) one.words.push(told);
    else if (told.includes(HOLE)) for (const one of stack) one.inside.push('unknown');
  };
  for (const { 0: whole, 1: slash, 2: tag = '', 3: attributes = '', index } of text.matchAll(TAG)) {
    between(index);
    at = index + whole.length;
    if (tag === 'Response') continue;
    const isClosed = attributes.endsWith('/');
    if (slash === '/') {
      const done = stack.pop();
      if (done !== undefined && stack.length === 0) verbs.push(verbFrom(done, node, written, source));
      continue;
    }
    for (const one of stack) one.inside.push(tag.toLowerCase());
    const open: Open = { tag, attributes, from: index, to: at, inside: [], words: [] };
    if (!isClosed) stack.push(open);
    else if (stack.length === 0) verbs.push(verbFrom(open, node, written, source));
  }
  between(text.length);
  return { verbs, isOpen: isOpen || stack.length > 0 };
};

const isJoined = (node: TSESTree.Node): node is TSESTree.ArrayExpression =>
  node.type === 'ArrayExpression' && node.parent.type === 'MemberExpression' && lastName(node.parent) === 'join';

/** Whether a node is a text of its own, not a part of another. */
const isWhole = (node: TSESTree.Node): boolean => {
  const { parent } = node;
  if (parent === undefined || (parent.type === 'BinaryExpression' && parent.operator === '+')) return false;
  return !isJoined(parent) && parent.type !== 'ImportDeclaration' && parent.type !== 'JSXAttribute';
};

/** What a string, template, sum or joined list answers a platform with; undefined where it is no such text. */
export const markupResponse = (node: TSESTree.Node, source: SourceCode): CallResponse | undefined => {
  const isText =
    (node.type === 'Literal' && typeof node.value === 'string') ||
    node.type === 'TemplateLiteral' ||
    (node.type === 'BinaryExpression' && node.operator === '+') ||
    isJoined(node);
  if (!isText || !isWhole(node) || node.range[1] - node.range[0] > LONGEST) return undefined;
  if (!VERB_TAG.test(source.text.slice(...node.range))) return undefined;
  const { verbs, isOpen } = verbsIn(writtenIn(node, source), node, source);
  return verbs.length === 0 ? undefined : { style: 'markup', node, verbs, isOpen };
};
