import { newDocument, verbOf } from './document.js';
import { constant, joined, type Document, type Site, type Value, type Verb } from './value.js';

/** Stands for a part that is filled in: the private character, its number, and the character again. */
const MARK = '\uE000';
const TAG =
  /<!--[^]{0,20000}?-->|<!\[CDATA\[([^]{0,20000}?)\]\]>|<\/([A-Za-z][\w-]{0,40})\s{0,20}>|<([A-Za-z][\w-]{0,40})((?:\s{1,200}[\w:-]{1,40}\s{0,20}=\s{0,20}(?:"[^"<]{0,4000}"|'[^'<]{0,4000}'))*)\s{0,200}(\/?)>|<\?[^]{0,400}?\?>/gu;
const ATTRIBUTE = /([\w:-]{1,40})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Deeper than any document is nested. */
const DEEPEST = 20;

interface Frame {
  readonly verb: Verb & { text: Value | undefined };
  /** Text found so far. */
  said: string;
}

/** Whether a value is a document of verbs, written out. */
export const isXml = (value: Value): boolean => {
  if (value.is === 'const') return typeof value.value === 'string' && value.value.includes('<Response');
  return value.is === 'text' && value.parts.some((part) => typeof part === 'string' && part.includes('<Response'));
};

/** Text with marks in the place of what is filled in. */
const marked = (value: Value, holes: Value[]): string => {
  if (value.is === 'const') return String(value.value);
  if (value.is !== 'text') return '';
  return value.parts.map((part) => (typeof part === 'string' ? part : `${MARK}${holes.push(part) - 1}${MARK}`)).join('');
};

const withHoles = (text: string, holes: readonly Value[]): Value => {
  const plain = text.replace(/&(amp|lt|gt|quot|apos);/gu, (entity, name: string) => ENTITIES[name] ?? entity);
  const parts = plain.split(MARK).map((part, index) => (index % 2 === 1 ? (holes[Number(part)] ?? constant('')) : constant(part)));
  return joined(parts);
};

/** Where the next tag of a name is written, going forward through a source. */
class Places {
  #at = 0;
  constructor(
    readonly source: string,
    readonly site: Site,
  ) {}

  of(name: string): Site {
    const found = this.source.indexOf(`<${name}`, this.#at);
    if (found < 0) return this.site;
    this.#at = found + 1;
    const close = this.source.indexOf('>', found);
    return { path: this.site.path, start: this.site.start + found, end: this.site.start + (close < 0 ? found + name.length + 1 : close + 1) };
  }
}

/** Spoken markup inside a prompt is part of the words. */
const SPEECH_MARKUP = /^(?:break|emphasis|lang|p|phoneme|prosody|s|say-as|sub|w|speak|amazon.*)$/iu;

/**
 * Reads a document of verbs that is written out as XML. `source`: the text of the file at `site`, in which tags are looked for to point at them. What is
 * filled in between verbs may be verbs as well: then the document is open.
 */
export const documentOf = (value: Value, source: string, site: Site): Document => {
  const holes: Value[] = [];
  const text = marked(value, holes);
  const document = newDocument(site);
  const places = new Places(source, site);
  const stack: Frame[] = [];
  let last = 0;
  const heard = (said: string): void => {
    const frame = stack.at(-1);
    if (frame !== undefined) frame.said += said;
    if (said.includes(MARK) && (frame === undefined || /^(?:gather|dial|response)$/u.test(frame.verb.name)) && frame?.verb.name !== 'dial')
      document.isOpen = true;
  };
  for (const match of text.matchAll(TAG)) {
    heard(text.slice(last, match.index));
    last = match.index + match[0].length;
    const [, cdata, closing, opening, attributes = '', selfClosing] = match;
    if (cdata !== undefined) heard(cdata);
    else if (closing !== undefined) close(stack, closing, holes);
    else if (opening !== undefined && !SPEECH_MARKUP.test(opening)) open(document, stack, opening, attributes, holes, places, selfClosing === '/');
  }
  return document;
};

const open = (
  document: Document,
  stack: Frame[],
  name: string,
  attributes: string,
  holes: readonly Value[],
  places: Places,
  isEmpty: boolean,
): void => {
  if (/^response$/iu.test(name)) return;
  if (stack.length >= DEEPEST) {
    document.isOpen = true;
    return;
  }
  const site = places.of(name);
  const values = new Map<string, Value>();
  for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) values.set(key, withHoles(double ?? single ?? '', holes));
  const verb = { name: verbOf(name) ?? name, attributes: values, text: undefined, children: [], site };
  (stack.at(-1)?.verb.children ?? document.verbs).push(verb);
  if (!isEmpty) stack.push({ verb, said: '' });
};

const close = (stack: Frame[], name: string, holes: readonly Value[]): void => {
  const wanted = verbOf(name) ?? name;
  const at = stack.findLastIndex(({ verb }) => verb.name === wanted);
  if (at < 0) return;
  for (const { verb, said } of stack.splice(at)) {
    const words = said.replace(/\s+/gu, ' ').trim();
    if (words !== '') verb.text = withHoles(words, holes);
  }
};
