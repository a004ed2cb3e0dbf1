/** A plain scalar that is no text by the core schema of YAML 1.2: null, booleans, numbers. `yes`, `no`, dates and times are text. */
const NULL = /^(?:null|Null|NULL|~)$/u;
const TRUE = /^(?:true|True|TRUE)$/u;
const FALSE = /^(?:false|False|FALSE)$/u;
const INTEGER = /^[-+]?[0-9]+$/u;
const OCTAL = /^0o[0-7]+$/u;
const HEX = /^0x[0-9a-fA-F]+$/u;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/u;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/u;
const NAN = /^\.(?:nan|NaN|NAN)$/u;

/** First characters with which a plain scalar may be something else than text: `+ - . 0-9 ~ n N t T f F`. */
const MAY_BE_OTHER = new Set(Array.from('+-.0123456789~nNtTfF', (c) => c.charCodeAt(0)));

const numberOf = (text: string): number | undefined => {
  if (INTEGER.test(text) || FLOAT.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  if (OCTAL.test(text)) return Number.parseInt(text.slice(2), 8);
  if (HEX.test(text)) return Number.parseInt(text.slice(2), 16);
  if (INFINITE.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return NAN.test(text) ? Number.NaN : undefined;
};

/** The value of an unquoted scalar. */
export const plainValue = (text: string): string | number | boolean | null => {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  if (!MAY_BE_OTHER.has(first)) return text;
  if (first > 57) {
    if (NULL.test(text)) return null;
    if (TRUE.test(text)) return true;
    return FALSE.test(text) ? false : text;
  }
  return numberOf(text) ?? text;
};

/** The value of a scalar with a tag of YAML's own (`!!str`, `!!int`); text that does not fit its tag stays text. */
export const taggedValue = (tag: string, text: string): string | number | boolean | null => {
  switch (tag) {
    case '!!null':
      return null;
    case '!!bool':
      return TRUE.test(text) ? true : FALSE.test(text) ? false : text;
    case '!!int':
    case '!!float':
      return numberOf(text) ?? text;
    default:
      return text;
  }
};
