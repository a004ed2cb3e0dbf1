// The only file that knows js-yaml.
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { plainValue, taggedValue } from './yaml-scalar.js';

/** Where an entry of a map or a list stands, as offsets; the end is exclusive. Of a list only the value's. */
export interface Mark {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

/** Where the entries of every map and list stand. Entries of one that is used through an alias stand where it is anchored. */
export type Marks = Map<object, Map<string | number, Mark>>;

/** A key that stands twice in one map; the later one wins. */
export interface DuplicateKey {
  readonly key: string;
  /** Offset of the later one. */
  readonly at: number;
  readonly end: number;
  /** Offset of the earlier one; -1 where no marks are kept. */
  readonly first: number;
}

/** A YAML text as values. */
export interface YamlTree {
  /** The first document; null where the text is empty. */
  readonly value: unknown;
  /** Where the root stands. */
  readonly root: Mark;
  readonly marks: Marks;
  readonly duplicates: readonly DuplicateKey[];
  /** Offset of a second document in the same file. */
  readonly second?: number;
}

/** Why a text is no YAML, in the parser's words; `yaml-errors.ts` finds better ones. */
export class YamlError extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(reason);
    this.name = 'YamlError';
  }
}

/** Deeper is no document that a person wrote; aliases count with what they stand for. */
export const MAX_DEPTH = 200;
/** So many values may come out of aliases and merged maps beyond those written out (a guard against alias bombs). */
const MAX_REPEATED = 100_000;

const NONE = -1;
const BEFORE_DASH = /(?:[\s:]|#[^\r\n]*)*-/uy;
const BEFORE_BRACKET = /(?:[\s,:?]|#[^\r\n]*)*/uy;
const MERGE = '<<';
const CORE_TAGS = new Set(['!', '!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq', '!!set', '!!omap', '!!binary', '!!timestamp']);

type YamlMap = Record<string, unknown>;

interface Anchor {
  readonly value: unknown;
  size: number;
  height: number;
  /** Still open: an alias to it would be a circle. */
  open: boolean;
}

interface Frame {
  readonly list: unknown[] | undefined;
  readonly map: YamlMap | undefined;
  readonly start: number;
  /** Written in brackets. */
  readonly flow: boolean;
  readonly tag: string | undefined;
  readonly marks: Map<string | number, Mark> | undefined;
  readonly anchor: Anchor | undefined;
  readonly sizeBefore: number;
  height: number;
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  /** The awaited value belongs to an unquoted `<<`. */
  merging: boolean;
  /** Keys that came in by `<<` and may be overridden. */
  merged: Set<string> | undefined;
}

const put = (map: YamlMap, key: string, value: unknown): void => {
  if (key === '__proto__') Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  else map[key] = value;
};

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

const isMap = (value: unknown): value is YamlMap => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Walks the events of one document and builds its values; with `keepMarks` it also notes where everything stands. */
class Builder {
  readonly duplicates: DuplicateKey[] = [];
  readonly marks: Marks = new Map();
  root: Mark = { keyStart: 0, keyEnd: 0, start: 0, end: 0 };
  value: unknown = null;
  readonly #text: string;
  readonly #keepMarks: boolean;
  readonly #anchors = new Map<string, Anchor>();
  readonly #frames: Frame[] = [];
  #size = 0;
  #repeated = 0;
  /** End of the last scalar or closing bracket: the end of a collection that closes now. */
  #last = 0;

  constructor(text: string, keepMarks: boolean) {
    this.#text = text;
    this.#keepMarks = keepMarks;
  }

  open(event: MappingEvent | SequenceEvent, isList: boolean): void {
    if (this.#frames.length >= MAX_DEPTH) throw new YamlError(`nested deeper than ${MAX_DEPTH} levels`, event.start);
    const list = isList ? [] : undefined;
    const map = isList ? undefined : {};
    const tag = this.#tagOf(event);
    const result = tag === undefined ? (list ?? map) : { [tag]: list ?? map };
    const marks = this.#keepMarks ? new Map<string | number, Mark>() : undefined;
    if (marks !== undefined) this.marks.set((list ?? map) as object, marks);
    this.#frames.push({
      list,
      map,
      marks,
      tag,
      start: event.start,
      flow: event.style === COLLECTION_STYLE.FLOW,
      anchor: this.#anchor(event, result),
      sizeBefore: this.#size,
      height: 0,
      key: undefined,
      keyStart: NONE,
      keyEnd: NONE,
      merging: false,
      merged: undefined,
    });
    if (event.style === COLLECTION_STYLE.FLOW) this.#last = event.start + 1;
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const end = this.#endOf(frame);
    if (frame.anchor !== undefined) {
      frame.anchor.open = false;
      frame.anchor.size = this.#size - frame.sizeBefore + 1;
      frame.anchor.height = frame.height + 1;
    }
    const parent = this.#frames.at(-1);
    if (parent !== undefined) parent.height = Math.max(parent.height, frame.height + 1);
    const bare: unknown = frame.list ?? frame.map;
    const value = frame.tag === undefined ? bare : ((frame.anchor?.value as object | undefined) ?? { [frame.tag]: bare });
    if (frame.tag !== undefined) this.#markTagged(value as object, frame.tag, frame.start, end);
    this.#last = end;
    this.#add(value, frame.start, end);
  }

  scalar(event: ScalarEvent): void {
    const frame = this.#frames.at(-1);
    const text = getScalarValue(this.#text, event);
    const tag = event.tagStart === NONE ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    const [start, end] = this.#rangeOf(event);
    if (end > this.#last) this.#last = end;
    if (frame?.map !== undefined && frame.key === undefined) {
      if (event.anchorStart !== NONE) this.#anchor(event, text);
      const written = event.style === SCALAR_STYLE.PLAIN && tag === undefined;
      this.#setKey(frame, text, start, end, written && text === MERGE);
      return;
    }
    let value: unknown;
    if (tag === undefined) value = event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
    else if (CORE_TAGS.has(tag)) value = taggedValue(tag, text);
    else {
      value = { [tag]: text };
      this.#markTagged(value as object, tag, start, end);
    }
    const anchor = event.anchorStart === NONE ? undefined : this.#anchor(event, value);
    if (anchor !== undefined) anchor.open = false;
    this.#add(value, start, end);
  }

  alias(start: number, end: number): void {
    const name = this.#text.slice(start, end);
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) throw new YamlError(`unidentified alias "${name}"`, start - 1);
    if (anchor.open) throw new YamlError(`alias "${name}" lies inside what it stands for`, start - 1);
    this.#repeat(anchor.size, start - 1);
    if (this.#frames.length + anchor.height > MAX_DEPTH) throw new YamlError(`nested deeper than ${MAX_DEPTH} levels`, start - 1);
    const frame = this.#frames.at(-1);
    this.#last = end;
    if (frame === undefined) return;
    frame.height = Math.max(frame.height, anchor.height);
    if (frame.map !== undefined && frame.key === undefined)
      this.#setKey(frame, typeof anchor.value === 'string' ? anchor.value : `*${name}`, start - 1, end, false);
    else this.#add(anchor.value, start - 1, end);
  }

  #repeat(count: number, at: number): void {
    this.#repeated += count;
    this.#size += count;
    if (this.#repeated > MAX_REPEATED) throw new YamlError('too many repetitions by aliases', at);
  }

  #tagOf(event: MappingEvent | SequenceEvent): string | undefined {
    if (event.tagStart === NONE) return undefined;
    const tag = this.#text.slice(event.tagStart, event.tagEnd);
    return CORE_TAGS.has(tag) ? undefined : tag;
  }

  #anchor(event: MappingEvent | SequenceEvent | ScalarEvent, value: unknown): Anchor | undefined {
    if (event.anchorStart === NONE) return undefined;
    const anchor: Anchor = { value, size: 1, height: 0, open: event.type !== EVENT_ID.SCALAR };
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }

  /** From the opening quote to the closing one; of a block its text without the header; of an empty value the end of what stands before it. */
  #rangeOf(event: ScalarEvent): [number, number] {
    if (event.valueStart === NONE) {
      const at = event.tagEnd === NONE ? (event.anchorEnd === NONE ? this.#last : event.anchorEnd) : event.tagEnd;
      return [at, at];
    }
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return [event.valueStart - 1, event.valueEnd + 1];
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK:
        return this.#trimmed(event.valueStart, event.valueEnd);
      default:
        return [event.valueStart, event.valueEnd];
    }
  }

  #trimmed(from: number, to: number): [number, number] {
    let start = from;
    let end = to;
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(this.#text.charCodeAt(start))) start++;
    return [start, end];
  }

  #endOf(frame: Frame): number {
    const parent = this.#frames.at(-1);
    const isKey = parent?.map !== undefined && parent.key === undefined;
    if (!frame.flow || (!this.#keepMarks && !isKey)) return this.#last;
    // Events do not tell where a bracket closes: only blanks, commas, colons and comments lie between the last entry and it.
    BEFORE_BRACKET.lastIndex = this.#last;
    BEFORE_BRACKET.exec(this.#text);
    const at = BEFORE_BRACKET.lastIndex;
    return this.#text[at] === (frame.list === undefined ? '}' : ']') ? at + 1 : this.#last;
  }

  #setKey(frame: Frame, key: string, start: number, end: number, isMerge: boolean): void {
    frame.key = key;
    frame.keyStart = start;
    frame.keyEnd = end;
    frame.merging = isMerge;
  }

  #markTagged(value: object, tag: string, start: number, end: number): void {
    if (this.#keepMarks) this.marks.set(value, new Map([[tag, { keyStart: start, keyEnd: end, start, end }]]));
  }

  #add(value: unknown, start: number, end: number): void {
    this.#size++;
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      this.value = value;
      this.root = { keyStart: start, keyEnd: end, start, end };
    } else if (frame.list !== undefined) {
      frame.marks?.set(frame.list.length, this.#itemMark(start, end));
      frame.list.push(value);
    } else if (frame.key === undefined) {
      this.#setKey(frame, this.#text.slice(start, end), start, end, false);
    } else this.#addEntry(frame, frame.key, value, start, end);
  }

  /** An empty item stands at its dash. */
  #itemMark(start: number, end: number): Mark {
    if (start !== end) return { keyStart: start, keyEnd: end, start, end };
    BEFORE_DASH.lastIndex = start;
    const dash = BEFORE_DASH.test(this.#text) ? BEFORE_DASH.lastIndex - 1 : start;
    return { keyStart: dash, keyEnd: dash + 1, start: dash, end: dash + 1 };
  }

  #addEntry(frame: Frame, key: string, value: unknown, start: number, end: number): void {
    const map = frame.map as YamlMap;
    frame.key = undefined;
    if (frame.merging && this.#merge(frame, value)) return;
    if (Object.hasOwn(map, key)) {
      if (frame.merged?.delete(key) !== true) this.#noteDuplicate(frame, key);
    }
    put(map, key, value);
    const { keyStart, keyEnd } = frame;
    frame.marks?.set(key, start === end ? { keyStart, keyEnd, start: keyStart, end: keyEnd } : { keyStart, keyEnd, start, end });
  }

  #noteDuplicate(frame: Frame, key: string): void {
    const first = frame.marks?.get(key)?.keyStart ?? NONE;
    this.duplicates.push({ key, at: frame.keyStart, end: frame.keyEnd, first });
  }

  /** `<<: *base`, or a list of such: keys that the map does not have itself. False where the value is no map: then `<<` is a key like others. */
  #merge(frame: Frame, value: unknown): boolean {
    const sources: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!sources.every(isMap)) return false;
    const map = frame.map as YamlMap;
    for (const source of sources) {
      const marks = this.marks.get(source);
      const keys = Object.keys(source);
      this.#repeat(keys.length, frame.keyStart);
      for (const key of keys) {
        if (Object.hasOwn(map, key)) continue;
        put(map, key, source[key]);
        (frame.merged ??= new Set()).add(key);
        const mark = marks?.get(key);
        if (mark !== undefined) frame.marks?.set(key, mark);
      }
    }
    return true;
  }
}

const feed = (builder: Builder, event: Event): void => {
  if (event.type === EVENT_ID.SCALAR) builder.scalar(event);
  else if (event.type === EVENT_ID.POP) builder.close();
  else if (event.type === EVENT_ID.ALIAS) builder.alias(event.anchorStart, event.anchorEnd);
  else if (event.type !== EVENT_ID.DOCUMENT) builder.open(event, event.type === EVENT_ID.SEQUENCE);
};

/** Where the first thing of a second document stands; undefined where there is none or it is empty. */
const secondDocument = (events: readonly Event[], from: number): number | undefined => {
  for (let i = from; i < events.length; i++) {
    const event = events[i];
    if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.start;
    if (event?.type === EVENT_ID.SCALAR && event.valueStart !== NONE) return event.valueStart;
  }
  return undefined;
};

/** Events of a text; a broken text throws a YamlError. */
export const yamlEvents = (text: string): readonly Event[] => {
  try {
    return parseEvents(text, { maxDepth: 2 * MAX_DEPTH + 10 });
  } catch (error) {
    if (error instanceof YAMLException) throw new YamlError(error.reason, error.mark?.position ?? 0);
    throw error;
  }
};

/**
 * Offsets at which a map in brackets begins with `{{`: in YAML a map whose key is a map, in life a placeholder without quotes.
 */
export const doubleBraces = (events: readonly Event[], text: string): readonly number[] =>
  events.flatMap((event) =>
    event.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.FLOW && text.startsWith('{{', event.start) ? [event.start] : [],
  );

/**
 * Values from events. `text` may differ from the text that gave the events as long as every character that has a meaning in YAML stands where it stood
 * (that is how placeholders are masked). A tag that is not YAML's own becomes a map with that one key: `!Sub x` is `{ '!Sub': 'x' }`; its content is never read as a number.
 */
export const buildTree = (events: readonly Event[], text: string, keepMarks: boolean): YamlTree => {
  const builder = new Builder(text, keepMarks);
  let depth = 0;
  let at = 0;
  for (; at < events.length; at++) {
    const event = events[at] as Event;
    if (event.type === EVENT_ID.DOCUMENT) depth = 0;
    else if (event.type === EVENT_ID.POP && depth === 0) break;
    else {
      if (event.type === EVENT_ID.POP) depth--;
      else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) depth++;
      feed(builder, event);
    }
  }
  const second = secondDocument(events, at + 1);
  return {
    value: builder.value,
    root: builder.root,
    marks: builder.marks,
    duplicates: builder.duplicates,
    ...(second === undefined ? {} : { second }),
  };
};
