const NUMBER_WORDS: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  star: '*',
  asterisk: '*',
  pound: '#',
  hash: '#',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  null: '0',
  eins: '1',
  zwei: '2',
  drei: '3',
  vier: '4',
  fünf: '5',
  un: '1',
  deux: '2',
  trois: '3',
  quatre: '4',
};

/** "press 1", "oprima el 2", "drücken Sie die 3", "appuyez sur 4" … */
const PRESS =
  /(?<!\p{L})(?:press|dial|push|select|choose|say|oprima|presione|pulse|marque|appuyez sur|tapez|faites|drücken sie|wählen sie|digite|pressione|premi|prema|toets|druk op|druk)\s+(?:(?:the|number|key|option|la|le|el|il|die|den|de|tecla|touche|número|opción)\s+)*["']?(\d|[*#]|\p{L}+)["']?(?![\p{L}\d])/giu;
const FOR = /^[\s,:-]*(?:or|for|to|if|when|para|si|pour|für|um|wenn|per|se|voor|om|als)(?!\p{L})/iu;
const LEADING =
  /^(?:for|to|if you(?:'d| would)? (?:like|want|wish|need|know)(?: to| a| an)?|if you|if|para|pour|für|um|per|voor|please|and|or|otherwise|,|:|-|\s)+(?!\p{L})/iu;
const TRAILING = /[\s,;:–-]*(?:[\s,](?:or|and|please|y|o|oder|und|ou|et|e|of|en))?[\s,;:.!?–-]*$/iu;
const LONGEST = 4000;

const clean = (words: string): string => words.replace(/\s+/gu, ' ').replace(LEADING, '').replace(TRAILING, '').trim();
const beforeEnd = (text: string): string => /^[^]*?(?=[.;!?](?:\s|$)|$)/u.exec(text)?.[0] ?? text;
const afterStart = (text: string): string =>
  /[.;!?]\s*$/u.test(text) ? '' : text.slice(Math.max(...['. ', '; ', '! ', '? '].map((end) => text.lastIndexOf(end))) + 1);

/** What a prompt says about each key: "For billing, press 1. Press 2 to speak to an agent" gives 1 "billing" and 2 "speak to an agent". */
export const keyWords = (prompt: string): ReadonlyMap<string, string> => {
  const out = new Map<string, string>();
  const text = prompt.slice(0, LONGEST);
  const found = [...text.matchAll(PRESS)].flatMap((match) => {
    const written = (match[1] ?? '').toLowerCase();
    const key = /^[\d*#]$/u.test(written) ? written : Object.hasOwn(NUMBER_WORDS, written) ? NUMBER_WORDS[written] : undefined;
    return key === undefined ? [] : [{ key, start: match.index, end: match.index + match[0].length }];
  });
  let used = 0;
  found.forEach(({ key, start, end }, index) => {
    const after = text.slice(end, found[index + 1]?.start ?? text.length);
    const clause = FOR.test(after) ? beforeEnd(after) : undefined;
    const words = clean(clause ?? afterStart(text.slice(used, start)));
    used = end + (clause?.length ?? 0);
    if (words !== '' && !out.has(key)) out.set(key, words.slice(0, 80).trimEnd());
  });
  return out;
};
