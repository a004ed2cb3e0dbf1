/** Frequent short words of each language for which there are phrase sets; those that several share tell little and count for each. */
const FREQUENT: Readonly<Record<string, string>> = {
  en: 'the you your yours to is are am was we i for of with have has can will please this that not it my me be if do what how and or on at by from help would could about no any there thank sorry',
  de: 'der die das und ist sind ich sie nicht wir ihnen ihre ihr ihren mit für ein eine einen haben den dem zu auf bitte es von im kann können wie was wenn oder bei leider',
  fr: 'le la les vous votre vos et est sont nous je pour une un des du pas avec que qui ne sur dans à au de en si merci être avez ce',
  es: 'el la los las usted su sus y es son en que por para una un no con de le se lo del al si nos gracias puede está me mi',
  it: 'il la lo le i che di per non è sono un una con suo sua si del della al e in a ci le mi grazie può ho',
  pt: 'o a os as você seu sua não é são uma um para com que em de do da no na por se nos obrigado pode está me e',
  nl: 'de het een u uw en is zijn ik niet wij we met voor van dat op te aan kan om er als wat hoe bij dit',
};

const LANGUAGES = Object.keys(FREQUENT);
const KNOWN = new Map<string, readonly string[]>();
for (const language of LANGUAGES) {
  for (const word of (FREQUENT[language] ?? '').split(' ')) KNOWN.set(word, [...(KNOWN.get(word) ?? []), language]);
}

const LATIN = /^\p{Script=Latin}/u;
const WORD = /[\p{L}\p{M}]+/gu;
/** How much of a long text is looked at. */
const MOST_WORDS = 2_000;
/** Fewer words than these tell nothing. */
const LEAST_WORDS = 8;
/** In running text of any of these languages about every third word is a frequent one. */
const LEAST_SHARE = 0.18;
/** How far the best must be before the next. */
const LEAD = 1.2;

/**
 * The language of a text by its frequent words: one for which there are phrase sets, `other` where it is long enough and fits none of them, undefined
 * where it is too short to tell. For formats that do not say in which language they are.
 */
export const guessLanguage = (texts: Iterable<string>): string | undefined => {
  const counts = new Map<string, number>();
  let words = 0;
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) {
      // Scripts without blanks between words have long runs.
      words += LATIN.test(word) ? 1 : Math.ceil(word.length / 2);
      if (words > MOST_WORDS) break;
      for (const language of KNOWN.get(word.toLowerCase()) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    if (words > MOST_WORDS) break;
  }
  if (words < LEAST_WORDS) return undefined;
  const [best, next] = [...counts].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] / words < LEAST_SHARE) return 'other';
  return next !== undefined && best[1] < next[1] * LEAD ? undefined : best[0];
};
