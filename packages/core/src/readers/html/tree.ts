import type * as Parse5 from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { MARK } from './holes.js';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type Library = typeof Parse5;

/** Deeper nesting is written by no person; a browser cuts it at 512. */
const MAX_DEPTH = 1500;

/** Thrown by the tree builder, and caught by the reader. */
export class TooDeep extends Error {}

let library: Library | undefined;

/** Loads the parser. */
export const prepareParser = async (): Promise<void> => {
  library ??= await import('parse5');
};

/** Parses a page by the rules of browsers; nothing in a page makes it fail but its depth. */
export const parsePage = (text: string): DefaultTreeAdapterTypes.Document => {
  if (library === undefined) throw new Error('the HTML parser was not loaded: call `prepare` before `read`');
  const { defaultTreeAdapter, parse } = library;
  const depths = new WeakMap<object, number>();
  return parse(text, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild: (parent, child) => {
        const depth = (depths.get(parent) ?? 0) + 1;
        if (depth > MAX_DEPTH) throw new TooDeep();
        depths.set(child, depth);
        defaultTreeAdapter.appendChild(parent, child);
      },
    },
  });
};

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

/** Value of an attribute; undefined where it is not there. */
export const attribute = (element: Element, name: string): string | undefined => {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
};

/** Whether a template decides which attributes an element has. */
export const isTouched = (element: Element): boolean => element.attrs.some(({ name }) => name.includes(MARK));

/** Where an element begins: its start tag; of one that the parser made up, nothing. */
export const tagRoute = (element: Element): readonly [number, number] => {
  const place = element.sourceCodeLocation ?? undefined;
  const tag = place?.startTag ?? place;
  return tag === undefined ? [0, 0] : [tag.startOffset, tag.endOffset];
};

/** Where the value of an attribute stands, without quotes; the attribute as a whole where that cannot be told. */
export const attributeRoute = (element: Element, name: string, text: string): readonly [number, number] => {
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (place === undefined) return tagRoute(element);
  const equals = text.indexOf('=', place.startOffset);
  if (equals < 0 || equals >= place.endOffset) return [place.startOffset, place.endOffset];
  let [start, end] = [equals + 1, place.endOffset];
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  if (/["']/u.test(text[start] ?? '') && text[start] === text[end - 1] && end - start >= 2) [start, end] = [start + 1, end - 1];
  return start < end ? [start, end] : [place.startOffset, place.endOffset];
};

/** A copy that keeps nothing of the text it was cut from: engines keep a whole page alive for one word of it. */
export const own = (text: string): string => (text.length < 13 ? text : text.split('').join(''));

/** Words without line breaks and double blanks, and not longer than anybody reads. */
export const plain = (text: string, most = 200): string => {
  const flat = text.replace(/[\s\u00a0\ue000]+/gu, ' ').trim();
  return own(flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`);
};

/** All text inside an element. */
export const textIn = (parent: ParentNode): string =>
  parent.childNodes.map((node) => (isText(node) ? node.value : isElement(node) && node.tagName !== 'script' ? textIn(node) : '')).join('');

/** An address without percent signs, where these are as they should be. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
