import { nearest } from '@carelint/policy-schema';
import type { Artefact } from '../model/artefact.js';
import { PLACEHOLDERS, type EntryPlaceholder, type Fill, type Placeholder } from './assertions/assertion.js';
import type { Fault } from './fault.js';

/** A message with its placeholders cut out: texts and names in turn. */
type Template = readonly (string | { readonly placeholder: Placeholder | EntryPlaceholder })[];

/** What stands for a placeholder that a finding cannot fill. */
const MISSING: Readonly<Record<Placeholder, string>> = {
  from: 'it',
  to: 'it',
  through: 'it',
  event: 'the next step',
  path: 'this way',
  count: 'some',
  limit: 'what is allowed',
  value: 'it',
  missing: 'what is needed',
  text: 'nothing',
  artefact: 'it',
  at: 'here',
  other: 'something else',
};

const PART = /\{([a-z-]+(?:\.[a-z-]+)?)\}/gu;

/** Rules that look at values can name keys of the entry that they find; which keys it has, only the document knows. */
const isEntry = (name: string, fills: ReadonlySet<Placeholder>): name is EntryPlaceholder => name.startsWith('entry.') && fills.has('missing');
const ALWAYS: Readonly<Partial<Record<Placeholder, (artefact: Pick<Artefact, 'name' | 'path'>) => string>>> = {
  artefact: ({ name }) => name,
  at: ({ path }) => path,
};

/** Compiles a message; a placeholder that none of the rule's assertions fills is a mistake. */
export const compileMessage = (message: string, fills: ReadonlySet<Placeholder>, fault: Fault): Template => {
  const parts: (string | { placeholder: Placeholder | EntryPlaceholder })[] = [];
  let from = 0;
  for (const match of message.matchAll(PART)) {
    const name = match[1]!;
    const known = PLACEHOLDERS.filter((p) => p in ALWAYS || fills.has(p));
    if (!(known as readonly string[]).includes(name) && !isEntry(name, fills)) {
      const close = nearest(name, known);
      fault(
        [],
        `Nothing fills \`{${name}}\` in this message.${close === undefined ? ` Possible here: ${known.map((p) => `{${p}}`).join(', ')}.` : ` Did you mean \`{${close}}\`?`}`,
      );
    }
    parts.push(message.slice(from, match.index), { placeholder: name as Placeholder | EntryPlaceholder });
    from = match.index + match[0].length;
  }
  return [...parts, message.slice(from)].filter((part) => part !== '');
};

const always = (name: string, artefact: Pick<Artefact, 'name' | 'path'>): string | undefined =>
  (ALWAYS as Readonly<Partial<Record<string, (typeof ALWAYS)[Placeholder]>>>)[name]?.(artefact);
const missing = (name: string): string => (MISSING as Readonly<Partial<Record<string, string>>>)[name] ?? 'it';

/** Fills in a message. */
export const fillMessage = (template: Template, fill: Fill, artefact: Pick<Artefact, 'name' | 'path'>): string =>
  template
    .map((part) => (typeof part === 'string' ? part : (always(part.placeholder, artefact) ?? fill(part.placeholder) ?? missing(part.placeholder))))
    .join('');
