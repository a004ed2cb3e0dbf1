import { hole } from '../model/artefact.js';
import { repairMojibake } from './mojibake.js';

/** Placeholders of templates and flow languages. None of the parts can run over another opening mark, so the search stays linear. */
const PLACEHOLDER = /\{\{\{?([^{}]*)\}\}\}?|\$\{([^{}]*)\}|(\$(?:\.[\p{L}\p{N}_]+|\[['"][^'"[\]]*['"]\])+)|\{([^{}\n]*)\}/gu;
const TAG = /<\/?[\p{L}!?][^<>]*>/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'", nbsp: ' ' };
const ENTITY = /&(amp|lt|gt|quot|apos|#39|#x27|nbsp);/gu;
const APOSTROPHES = /[‘’‛ʼ＇´`]/gu;
const BLANKS = /[\s\u200B\uFEFF]+/gu;
/** Plain text: nothing to strip, replace or collapse. */
const PLAIN = /^[\p{L}\p{N}.,;:!?'"()⟨⟩ /%#*+-]*$/u;

/** The name of a placeholder without the path that leads to it: `$.Attributes.firstName` is `firstName`. */
const nameOf = (inside: string): string => {
  const parts = inside
    .split(/[.[\]'"|{}$]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.at(-1) ?? '';
};

/**
 * A text as a customer would read or hear it: entities and markup gone, one kind of apostrophe, single blanks, broken encoding mended,
 * and every dynamic part in the one form `⟨name⟩`. Upper and lower case stay, so that it may be quoted.
 */
export const clean = (text: string): string => {
  const mended = repairMojibake(text);
  if (PLAIN.test(mended) && !mended.includes('  ')) return mended.normalize('NFKC').trim();
  return mended
    .replace(TAG, ' ')
    .replace(ENTITY, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(
      PLACEHOLDER,
      (_, ...groups: (string | undefined)[]) => ` ${hole(nameOf(groups.slice(0, 4).find((group) => group !== undefined) ?? ''))} `,
    )
    .normalize('NFKC')
    .replace(APOSTROPHES, "'")
    .replace(BLANKS, ' ')
    .replace(/ (?=[.,;:!?)])/gu, '')
    .trim();
};

/** `clean`, in lower case: two texts that differ only in dress have the same normal form. */
export const normalise = (text: string): string => clean(text).toLowerCase();

/** A dynamic part as `clean` leaves it. */
const HOLE = /⟨([^⟨⟩]*)⟩/gu;
/** Names of dynamic parts that stand for a value in a sentence; a whole sentence does not hide behind them. */
const VALUE =
  /(?:name|number|no|id|code|digits?|pin|time|date|day|hours?|minutes?|seconds?|wait|position|amount|balance|price|total|cost|count|email|phone|address|value|city|street|postcode|zip|country|title|case|order|account)$/iu;

/** Whether a dynamic part may hide words that a rule asks for. `⟨name⟩` and `⟨caseNumber⟩` are values; `⟨message⟩` and `⟨External⟩` may be anything. */
export const hasOpenHole = (cleaned: string): boolean => {
  if (!cleaned.includes('⟨')) return false;
  for (const [, name = ''] of cleaned.matchAll(HOLE)) if (!VALUE.test(name)) return true;
  return false;
};
