/** The bytes 0x80 to 0x9F as Windows reads them (cp1252); the five that it leaves out stay control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const byteOf = (char: string): number => {
  const code = char.charCodeAt(0);
  return code < 0x100 ? code : 0x80 + WINDOWS.indexOf(char);
};

const decode = (run: string): string => {
  const [lead = 0, ...rest] = Array.from(run, byteOf);
  const bits = lead >= 0xf0 ? lead & 0x07 : lead >= 0xe0 ? lead & 0x0f : lead & 0x1f;
  const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), bits);
  return code >= 0x80 && code <= 0x10ffff ? String.fromCodePoint(code) : run;
};

/** Bytes 0x80 to 0xBF, as Latin-1 or Windows shows them. */
const CONTINUATION = `[\\u0080-\\u00BF${WINDOWS.replace(/[\u0080-\u009F]/gu, '')}]`;
/** Only the first bytes that Western text really makes (accents, punctuation, pictures): a German »Spaß« must stay as it is. */
const BROKEN = new RegExp(`[ÂÃÄÅ]${CONTINUATION}|â${CONTINUATION}{2}|ð${CONTINUATION}{3}`, 'gu');
const MAY_BE_BROKEN = new RegExp(`[ÂÃÄÅâð]${CONTINUATION}`, 'u');
/** What is left of an apostrophe when the two bytes after `â` were dropped as control characters: "Iâm", "donât". */
const LOST_APOSTROPHE = /(?<=\p{L})â(?=(?:s|m|re|ve|ll|d)(?!\p{L}))|(?<=n)â(?=t(?!\p{L}))/gu;
/** Words that are right as they are: French "dégât", Romanian "când". They show that the text was read well. */
const WELL_READ = /[àçéèêëîïôûùăîșț]/u;

/**
 * Repairs text whose UTF-8 bytes were once read as Latin-1 or Windows-1252 ("Iâ€™m" for "I’m").
 * Only runs that are whole UTF-8 sequences change; anything else is left alone.
 */
export const repairMojibake = (text: string): string => {
  const whole = MAY_BE_BROKEN.test(text) ? text.replace(BROKEN, decode) : text;
  return whole.includes('â') && !WELL_READ.test(whole) ? whole.replace(LOST_APOSTROPHE, "'") : whole;
};
