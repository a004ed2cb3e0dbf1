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
  eins: '1',
  zwei: '2',
  drei: '3',
  vier: '4',
  fünf: '5',
  null: '0',
  un: '1',
  deux: '2',
  trois: '3',
  quatre: '4',
};

/** "press 1", "oprima el 2", "drücken Sie die 3", "appuyez sur 4" ... */
const PRESS =
  /(?<![\p{L}])(?:press|dial|push|enter|select|choose|say or press|say|key in|oprima|presione|pulse|marque|appuyez sur|tapez|faites|drücken sie|wählen sie|digite|pressione|premi|prema|toets|druk op|druk)\s+(?:(?:the|number|key|option|digit|la|le|el|il|die|den|de|tecla|touche|número|opción)\s+)*["']?(\d|[*#]|\p{L}+)["']?(?![\p{L}\d])|(?<=[,;.]\s+(?:or |and |y |o |und |oder )?|\s(?:or|and|y|o|und|oder|ou|et|of|en)\s)([\d*#])(?=,?\s+(?:for|to|para|für|um|pour|per|voor)\s)/giu;

/** Words that open a clause which tells what a key is for. */
const FOR = /^[\s,:-]*(?:or|for|to|if|when|para|si|pour|für|um|wenn|per|se|voor|om|als)(?![\p{L}])/iu;
const LEADING =
  /^(?:for|to|if you(?:'d| would)? (?:like|want|wish|need|know)(?: to| a| an)?|if you|if|para|pour|für|um|per|voor|please|and|or|otherwise|,|:|-|\s)+(?![\p{L}])/iu;
const TRAILING = /[\s,;:–-]*(?:[\s,](?:or|and|please|y|o|oder|und|ou|et|e|of|en))?[\s,;:.!?–-]*$/iu;

const clean = (words: string): string => words.replace(/\s+/gu, ' ').replace(LEADING, '').replace(TRAILING, '').trim();

const beforeEnd = (text: string): string => {
  const end = text.search(/[.;!?](?:\s|$)|\n/u);
  return end === -1 ? text : text.slice(0, end);
};

const afterStart = (text: string): string => {
  const trimmed = text.trimEnd();
  if (/[.;!?]$/u.test(trimmed)) return '';
  const start = Math.max(
    trimmed.lastIndexOf('. '),
    trimmed.lastIndexOf('; '),
    trimmed.lastIndexOf('! '),
    trimmed.lastIndexOf('? '),
    trimmed.lastIndexOf('\n'),
  );
  return start === -1 ? trimmed : trimmed.slice(start + 1);
};

/** What a prompt says about each key: "For billing, press 1. Press 2 to speak to an agent" gives 1 "billing" and 2 "speak to an agent". */
export const keyWords = (prompt: string): ReadonlyMap<string, string> => {
  const out = new Map<string, string>();
  if (prompt === '') return out;
  const text = prompt.length > 4000 ? prompt.slice(0, 4000) : prompt;
  const found: { key: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(PRESS)) {
    const written = (match[1] ?? match[2] ?? '').toLowerCase();
    const key = /^[\d*#]$/u.test(written) ? written : Object.hasOwn(NUMBER_WORDS, written) ? NUMBER_WORDS[written] : undefined;
    if (key !== undefined) found.push({ key, start: match.index, end: match.index + match[0].length });
  }
  let used = 0;
  found.forEach(({ key, start, end }, index) => {
    const after = text.slice(end, found[index + 1]?.start ?? text.length);
    let words: string;
    if (FOR.test(after)) {
      const clause = beforeEnd(after);
      words = clean(clause);
      used = end + clause.length;
    } else {
      words = clean(afterStart(text.slice(used, start)));
      used = end;
    }
    if (words !== '' && !out.has(key)) out.set(key, words.length > 80 ? words.slice(0, 80).trimEnd() : words);
  });
  return out;
};
