import { nearest } from '@carelint/policy-schema';

/** What a native document may be; its first key says so, and has a name as its value. */
export const NATIVE_KINDS = ['flow', 'script', 'operations', 'site'] as const;
export type NativeKind = (typeof NATIVE_KINDS)[number];

/** The first key of a text, as it can be seen without parsing. */
interface FirstKey {
  readonly key: string;
  /** What follows on the same line. */
  readonly rest: string;
}

const isKind = (key: string): key is NativeKind => (NATIVE_KINDS as readonly string[]).includes(key);

/** Comments, document marks, directives and left-over conflict marks may come before the first key. */
const PRELUDE = /^(?:$|#|---|%|<{7})/u;
const KEY = /^(?:"([^"]*)"|'([^']*)'|([A-Za-z][\w -]*))\s*:(?:\s+(.*))?$/u;
const GLUED = /^(flow|script|operations|site):(\S.*)$/u;
const JSON_KEY = /^\{\s*"([^"\\]*)"\s*:\s*("?)/u;

/** Where the line at `from` ends: before a line feed, or a carriage return, which old editors wrote alone. */
const lineEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
};

const firstKey = (text: string): FirstKey | undefined => {
  let from = 0;
  while (from < text.length) {
    const to = lineEnd(text, from);
    const line = text.slice(from, Math.min(to, from + 500)).trim();
    if (line.startsWith('{')) {
      const found = JSON_KEY.exec(text.slice(from, from + 500).trimStart());
      return found === null ? undefined : { key: found[1] ?? '', rest: found[2] ?? '' };
    }
    if (!PRELUDE.test(line)) {
      const found = KEY.exec(line);
      if (found !== null) return { key: found[1] ?? found[2] ?? found[3] ?? '', rest: found[4] ?? '' };
      const glued = GLUED.exec(line);
      return glued === null ? undefined : { key: glued[1] ?? '', rest: glued[2] ?? '' };
    }
    from = to + 1;
  }
  return undefined;
};

const HAS_STEPS = /^\s*"?(?:steps|parts|pages|contact|journeys)"?\s*:/mu;

/** What a script of ours has beside its name. Build files begin with `script:` too, and have a command there. */
const SCRIPT_KEYS = ['steps', 'parts', 'replies', 'always', 'never', 'purpose', 'word-for-word'];
const HAS_SCRIPT_KEY = new RegExp(`^[\\s{,]*"?(?:${SCRIPT_KEYS.join('|')})"?\\s*:|,\\s*"(?:${SCRIPT_KEYS.join('|')})"\\s*:`, 'mu');

/** An address is no name: site generators have one after `site:`. */
const ADDRESS = /^["']?[a-z][a-z0-9+.-]*:\/\//iu;

/** Whether a text may be a native document, or was meant to be one. */
export const looksNative = (text: string): boolean => {
  const head = firstKey(text);
  if (head === undefined || ADDRESS.test(head.rest)) return false;
  if (head.key === 'script' && !HAS_SCRIPT_KEY.test(text)) return false;
  if (isKind(head.key) && /^[^\s{[#|>]/u.test(head.rest)) return true;
  return (isKind(head.key) || nearest(head.key, NATIVE_KINDS) !== undefined) && !/^[{[]/u.test(head.rest) && HAS_STEPS.test(text);
};

/** What a parsed document is: one of ours, probably meant to be one, or somebody else's (undefined). */
export const recognise = (value: unknown): { readonly kind: NativeKind } | { readonly found: string; readonly meant: NativeKind } | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [first] = Object.entries(value as Readonly<Record<string, unknown>>);
  if (first === undefined) return undefined;
  const [key, name] = first;
  const hasSteps = 'steps' in value || 'parts' in value;
  if (typeof name === 'object' && !(name === null && hasSteps)) return undefined;
  if (typeof name === 'string' && ADDRESS.test(name)) return undefined;
  if (key === 'script' && !SCRIPT_KEYS.some((known) => known in value)) return undefined;
  if (isKind(key)) return { kind: key };
  const meant = hasSteps ? nearest(key, NATIVE_KINDS) : undefined;
  return meant !== undefined && isKind(meant) ? { found: key, meant } : undefined;
};
