/** Words in a fenced block that are said or written to a customer. */
export interface Passage {
  readonly text: string;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
}

/** How a letter to a customer begins. */
const OPENING =
  /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp)\s*:|^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?|bonjour|cher|chère|hola|buen[oa]s|estimad[oa]|ciao|buongiorno|gentile|olá|prezad[oa]|beste|geachte)(?![\p{L}\p{N}_(])/iu;
/** Words in quotes, after a number or a direction in brackets. */
const SPOKEN = /^(?:\[[^\]\n]{0,200}\]\s*|\d{1,2}\.\s+|[-*→]\s+)*["“„«]([^"“”„«»]{2,2000})["”“»][.,!?]?$/u;
const NUMBERED = /^\d{1,2}\.\s/u;

const paragraphsOf = (block: string): readonly Passage[] => {
  const found: Passage[] = [];
  let from = 0;
  for (const part of block.split(/(\r?\n[ \t]*\r?\n)/u)) {
    const text = part.trim();
    const start = from + part.indexOf(text);
    if (text !== '') found.push({ text, start, end: start + text.length });
    from += part.length;
  }
  return found;
};

/** A line break that only keeps the lines short, as a blank of the same length, so that offsets stay. */
const unwrapped = (text: string): string => text.replace(/\r?\n(?!\s*(?:[-*•\d[]|$))/gu, (wrap) => ' '.repeat(wrap.length));

const linesOf = ({ text, start }: Passage): readonly Passage[] => {
  let from = start;
  return text.split('\n').map((line) => {
    const at = from;
    from += line.length + 1;
    return { text: line.trim(), start: at, end: at + line.length };
  });
};

const spokenIn = (passage: Passage): readonly Passage[] => {
  const parts = NUMBERED.test(passage.text) ? linesOf(passage) : [passage];
  return parts.flatMap(({ text, start }) => {
    const words = SPOKEN.exec(text)?.[1];
    if (words === undefined) return [];
    const at = start + text.indexOf(words);
    return [{ text: unwrapped(words), start: at, end: at + words.length }];
  });
};

/** What a fenced block holds for a customer: a letter whole, or the passages in quotes. Nothing for code, for drawings and for talk without quotes. */
export const passagesIn = (block: string): { readonly kind: 'letter' | 'spoken'; readonly passages: readonly Passage[] } => {
  const paragraphs = paragraphsOf(block);
  if (paragraphs.length > 1 && OPENING.test(paragraphs[0]?.text ?? ''))
    return { kind: 'letter', passages: paragraphs.map((passage) => ({ ...passage, text: unwrapped(passage.text) })) };
  return { kind: 'spoken', passages: paragraphs.flatMap(spokenIn) };
};
