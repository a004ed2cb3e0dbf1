import type { ParsedNumber } from './phone-library.js';

/** What a call costs beside an ordinary one: `shared` is dearer, `premium` pays for a service as well. */
export type CallCost = 'free' | 'basic' | 'shared' | 'premium' | 'unknown';

/**
 * Where the type in the numbering plan says nothing about the price, or says it wrongly: by country, the first national digits, and what holds.
 * Every line was compared with what regulators publish; where they leave it to the firm, the line says `unknown`.
 */
const BY_PREFIX: Readonly<Record<string, readonly (readonly [RegExp, CallCost])[]>> = {
  // Personal numbers are not among those that Ofcom's and the FCA's lists call basic rate.
  GB: [[/^70/u, 'shared']],
  IT: [[/^199/u, 'shared']],
  PT: [[/^70[78]/u, 'shared']],
  ES: [
    [/^905/u, 'premium'],
    [/^400/u, 'basic'],
  ],
  JP: [[/^570/u, 'shared']],
  NO: [[/^8(?:10|15)/u, 'shared']],
  ZA: [[/^86[01]/u, 'shared']],
  // Pay-per-call exchanges of single area codes.
  US: [[/^\d{3}976/u, 'premium']],
  BE: [[/^70/u, 'shared']],
  NL: [
    // The police, at the local rate.
    [/^9008844$/u, 'basic'],
    // Since 2017 firms may not earn from their own customers on 0900; whether this one does cannot be seen.
    [/^900/u, 'shared'],
  ],
  // Charged as local calls, though the plan calls them shared cost.
  AU: [[/^13/u, 'basic']],
  BR: [
    [/^(?:400\d|300\d)\d{4}$/u, 'basic'],
    [/^300/u, 'unknown'],
  ],
  IN: [[/^1860/u, 'unknown']],
};

/** Short numbers, which have no place in the plan: by country, all their digits. */
const SHORT: Readonly<Record<string, readonly (readonly [RegExp, CallCost])[]>> = {
  GB: [[/^118\d{3}$/u, 'premium']],
  DE: [[/^118\d{2,3}$/u, 'premium']],
  FR: [
    [/^118\d{3}$/u, 'premium'],
    [/^3[01]\d{2}$/u, 'free'],
  ],
  ES: [[/^118\d{2}$/u, 'premium']],
  NL: [
    [/^18\d{2}$/u, 'premium'],
    [/^14\d{2,4}$/u, 'basic'],
  ],
  AT: [[/^118\d{2,3}$/u, 'premium']],
};

const BY_TYPE: Readonly<Record<string, CallCost>> = {
  TOLL_FREE: 'free',
  FIXED_LINE: 'basic',
  MOBILE: 'basic',
  FIXED_LINE_OR_MOBILE: 'basic',
  VOIP: 'basic',
  SHARED_COST: 'shared',
  PREMIUM_RATE: 'premium',
};

/** Countries whose numbers for firms (UAN) are charged as numbers of a place are. */
const PLAIN_UAN = new Set(['AT', 'BE', 'CH', 'FR', 'GB', 'IE', 'NL', 'SE']);

const firstOf = (lines: readonly (readonly [RegExp, CallCost])[] | undefined, digits: string): CallCost | undefined =>
  lines?.find(([prefix]) => prefix.test(digits))?.[1];

const linesOf = (table: typeof BY_PREFIX, region: string): (typeof BY_PREFIX)[string] | undefined =>
  Object.hasOwn(table, region) ? table[region] : undefined;

/** What calling a number costs that is in its numbering plan. */
export const callCost = ({ region, national, type, valid }: ParsedNumber): CallCost => {
  if (!valid || region === undefined) return 'unknown';
  const known = firstOf(linesOf(BY_PREFIX, region), national);
  if (known !== undefined) return known;
  if (type === 'UAN') return PLAIN_UAN.has(region) ? 'basic' : 'unknown';
  return type !== undefined && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type]! : 'unknown';
};

/** What calling a short number costs in a country; `unknown` where the table has no line for it. */
export const shortCallCost = (region: string, digits: string): CallCost => firstOf(linesOf(SHORT, region), digits) ?? 'unknown';

const AMOUNT =
  /[£€$]\s?\d|(?<![\p{L}\d])\d{1,4}(?:[.,]\d{1,3})?\s?-?(?:p|c|ct|cts|cents?|pence|pennies|€|£|eur|euros?|centimes?|céntimos|cêntimos|centesimi|rp|rappen|kr|öre|øre|zł|gr)(?![\p{L}])/iu;
const RATE =
  /(?<![\p{L}])(?:free of charge|toll[- ]free|freephone|free to call|basic rate|local rate|standard rate|standard (?:call )?charges?|access charge|per[- ]minute|service charge|ortstarif|kostenlos|kostenfrei|gebührenfrei|prix d['’]un appel (?:local|normal)|appel gratuit|numéro vert|non surtaxé|coût d['’]un appel|tarifa local|llamada gratuita|coste de (?:la )?llamada|gratuito|numero verde|costo di una chiamata|chamada gratuita|custo de (?:uma )?chamada|chamada para (?:a )?rede|lokaal tarief|gratis|gewone belkosten)(?![\p{L}])/iu;

/** Whether the words around a number tell what a call costs. */
export const tellsCost = (near: string): boolean => AMOUNT.test(near) || RATE.test(near);
