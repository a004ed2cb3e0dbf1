const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Control characters, those that turn the direction of text around, and halves of characters. */
// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/gu;

/** JSON whose texts hold nothing that a terminal would act upon: what `JSON.stringify` leaves as it is (0x9B begins a command for some) is escaped. */
export const printableJson = (json: string): string =>
  json.replace(UNPRINTABLE, (char) => (char === '\n' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`));

/** Text from a file as it may be shown in a terminal: whatever would act instead of being seen is written out. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
