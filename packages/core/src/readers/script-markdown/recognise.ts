/** Written by whoever wants a file read as a script, whatever it is called. */
const MARKER = /^<!--\s*carelint:\s*script\s*-->|^carelint:\s*["']?script["']?\s*$/mu;
const HEAD = 2_000;

/** What a script for staff is called. The word "script" alone is not enough: build files have it too. */
const TITLE = new RegExp(
  [
    String.raw`\b(?:call|phone|telephone|chat|agents?|reps?|representatives?|receptionists?|support|service|customers?|complaints?|retention|cancell?ation|refunds?|help ?desk|csr|greeting|de-?escalation|calling|sales|billing|hold|voicemail|contact cent(?:er|re))(?: \w+){0,2} scripts?\b`,
    String.raw`\bscripts? (?:for|of) (?:\w+ ){0,3}(?:calls?|agents?|customers?|complaints?|support|service|refunds?|chats?|phones?|staff|advisors?|advisers?|representatives?|reps)\b`,
    String.raw`\b(?:canned|saved|ready-made|pre-?written) (?:responses?|replies|answers?)\b`,
    String.raw`\b(?:reply|response) templates?\b|\b(?:support|customer|service|help ?desk|response|reply|refund) macros?\b|\bcustomer (?:service|support|care)\b[^\n]{1,20}\bscripts?\b|\btalk tracks?\b|\bcall guides?\b`,
    String.raw`gesprächsleitf[aä]den|telefonleitf[aä]den|(?:telefon|gesprächs|anruf)skripte?n?|textbausteine?`,
    String.raw`\bgui(?:o|ó)n(?:es)? (?:telef[oó]nic[oa]s?|de (?:llamadas?|atención|atenci[oó]n al cliente))|\brespuestas predefinidas`,
    String.raw`\bscripts? (?:d'appels?|d’appels?|téléphoniques?)|\btrames? d['’]appels?|\bréponses types`,
    String.raw`\b(?:copion[ei]|script) telefonic[oi]|\brisposte predefinite`,
    String.raw`\broteiros? de (?:atendimento|ligaç|chamada)|\brespostas prontas`,
    String.raw`\b(?:bel|gespreks)scripts?\b|\bstandaardantwoorden`,
  ].join('|'),
  'iu',
);

/** Pages about a repository, and instructions for programs: never scripts by their name alone. */
const NOT_OURS = /^(?:readme|changelog|changes|contributing|licen[cs]e|security|code[_-]of[_-]conduct|agents|claude|skill|todo|history|release)\b/iu;

/** No script of a person is longer, and none is nested deeper. */
const LONGEST = 300_000;
const DEEP = /^(?:[ \t]{200}|(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){60})/mu;

/** A parser of Markdown takes the square of the marks in one paragraph to pair them, so that a few kilobytes of stars could stall a run. */
const MOST_MARKS_TOGETHER = 1_000;
const MOST_MARKS = 20_000;

/** Whether a text has more marks than anybody writes. Linear. */
const isCrowded = (text: string): boolean => {
  let all = 0;
  let together = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // * _ [ ] ` < ~ !
    if (code === 42 || code === 95 || code === 91 || code === 93 || code === 96 || code === 60 || code === 126 || code === 33) {
      if (++all > MOST_MARKS || ++together > MOST_MARKS_TOGETHER) return true;
    } else if (code === 10 && (text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13)) together = 0;
  }
  return false;
};

const baseOf = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;

/** Whether whoever wrote a file says that it is a script. */
export const isMarked = (text: string): boolean => MARKER.test(text.slice(0, HEAD));

/** Whether a title is that of a script for staff. */
const isTitle = (title: string): boolean => TITLE.test(title.slice(0, 200).replace(/[_-]+/gu, ' '));

const HEADING = /^ {0,3}#{1,2}[ \t]+([^\n]+)|^title:[ \t]*([^\n]+)/gmu;

const hasTitle = (text: string): boolean => {
  for (const [, heading, title] of text.matchAll(HEADING)) if (isTitle(heading ?? title ?? '')) return true;
  return false;
};

/** Whether a file may be a script in Markdown: by a mark, by its name, or by a heading. */
export const mayBeScript = (path: string, text: string): boolean => {
  const base = baseOf(path);
  if (!/\.(?:md|markdown)$/iu.test(base) || text.length > LONGEST) return false;
  if (!isMarked(text) && (NOT_OURS.test(base) || !(isTitle(base.replace(/\.\w+$/u, '')) || hasTitle(text)))) return false;
  return !DEEP.test(text) && !isCrowded(text);
};
