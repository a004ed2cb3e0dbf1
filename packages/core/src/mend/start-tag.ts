import type { Edit } from './edit.js';

/** An attribute as it is written in a start tag; offsets in the text. */
interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a template fills in may be anything, an attribute too. */
const TEMPLATE = /\{\{|\{%|<%|<\?|\$\{|#\{|\[\[|@\{/u;
const TAG = /<[a-z][a-z0-9-]*(?=[\s/>])/iuy;
/** As the HTML standard has it: a name, and after `=` a value in quotes or without. */
const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/uy;
const END = /[\s/]*>/uy;
/** Longer is no tag that a person wrote. */
const LONGEST = 4000;

/** The attributes of the start tag at an offset; undefined where none begins there, or a template has a part in it. */
const attributesAt = (text: string, offset: number): readonly Attribute[] | undefined => {
  TAG.lastIndex = offset;
  if (!TAG.test(text)) return undefined;
  const found: Attribute[] = [];
  let at = TAG.lastIndex;
  while (at - offset < LONGEST) {
    ATTRIBUTE.lastIndex = at;
    const [, name] = ATTRIBUTE.exec(text) ?? [];
    if (name === undefined) break;
    found.push({ name: name.toLowerCase(), start: at, end: ATTRIBUTE.lastIndex });
    at = ATTRIBUTE.lastIndex;
  }
  END.lastIndex = at;
  if (!END.test(text) || TEMPLATE.test(text.slice(offset, END.lastIndex))) return undefined;
  return found;
};

const quoted = (value: string): string => `"${value.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;')}"`;

/** Sets attributes of the start tag at an offset, or takes them away (`null`). Undefined where the tag is not plain, or nothing would change. */
export const attributeEdits = (text: string, offset: number, wanted: Readonly<Record<string, string | null>>): readonly Edit[] | undefined => {
  const there = attributesAt(text, offset);
  if (there === undefined) return undefined;
  const edits: Edit[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const written = there.filter((attribute) => attribute.name === name);
    // Only the first of several counts; whoever wrote two meant something that cannot be guessed.
    if (written.length > 1) return undefined;
    const [one] = written;
    if (value === null) {
      if (one === undefined) return undefined;
      edits.push({ start: one.start, end: one.end, text: '' });
    } else if (one === undefined) {
      const behind = there.at(-1)?.end ?? offset + (/^<[a-z0-9-]+/iu.exec(text.slice(offset, offset + LONGEST))?.[0].length ?? 0);
      edits.push({ start: behind, end: behind, text: ` ${name}=${quoted(value)}` });
    } else {
      edits.push({ start: one.start, end: one.end, text: ` ${name}=${quoted(value)}` });
    }
  }
  return edits;
};
