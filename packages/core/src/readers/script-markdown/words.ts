import type { Speaker } from '../../model/artefact.js';

/** Who speaks, by what stands before the colon. */
const SPEAKERS: readonly (readonly [Speaker, RegExp])[] = [
  [
    'agent',
    /^(?:(?:support |service |call |live |sales |customer (?:service|support|care) )?(?:agent|rep|reps|representative|advisor|adviser|associate|operator|specialist|consultant|csr)(?: says?| script| response| reply)?|you(?: say)?|say|script|(?:sample |suggested |example |agent |standard )?(?:response|reply|wording)|mitarbeiter(?:in)?|berater(?:in)?|agente|asesora?|conseill(?:er|ère)|operator[ei]|operatrice|consulente|atendente|medewerker|adviseur|sagen|antwort|réponse|respuesta|risposta|resposta|antwoord)$/iu,
  ],
  [
    'customer',
    /^(?:customer|caller|client|guest|patient|member|buyer|kunde|kundin|anrufer(?:in)?|cliente|client[eo]?|clienta|appelant|klant|beller)(?: says?)?$/iu,
  ],
  ['system', /^(?:system|ivr|bot|chatbot|recording|voicemail)$/iu],
  ['instruction', /^(?:note|notes|action|actions|internal|tip|tips|goal|purpose|when|why|instructions?|do|hint|hinweis|nota|remarque|let op)$/iu],
];

/** Who speaks a line that begins with a name and a colon; undefined where the name is that of nobody. */
export const speakerOf = (name: string): Speaker | undefined => SPEAKERS.find(([, known]) => known.test(name.trim()))?.[0];

/** Words above or before what must not be said. */
const AVOID =
  /❌|✗|✘|🚫|👎|\b(?:avoid(?:ing|ed)?|bad|wrong|poor|worst|incorrect|banned|forbidden|instead of|rather than|not to (?:say|use|do|write)|(?:do not|don['’]t|never|shouldn['’]t|should not|must not) (?:say|use|tell|write|do|promise|ask)|don['’]?ts|what not)\b|^(?:don['’]t|do not|never|not|no|before)\b[:\s]*$|vermeiden|nicht sagen|schlecht|\bfalsch|éviter|ne pas dire|mauvais|\bevita|no decir|incorrect[oa]|da non dire|sbagliat[oa]|\berrado|\bruim\b|não diga|vermijden|niet zeggen|\bslecht/iu;

/** Whether what stands below or beside these words is an example of what not to say. */
export const isAvoided = (label: string): boolean => AVOID.test(label);

/** A column, or a label, whose words are said to the customer. */
const SPOKEN =
  /^(?:✅|✓|👍)?\s*(?:(?:do )?say|what to say|say this|use|use instead|(?:suggested |sample )?(?:script|response|reply|wording)s?|agent(?: says?| script| response)?|better|good|instead|preferred|canned response|template)\s*:?$/iu;
const HEARD = /^(?:customer|caller|client|guest)(?: says?| statement| question)?s?\s*:?$/iu;

/** Who speaks in a column of a table, by its heading; `avoid`: nobody may. */
export const columnOf = (heading: string): Speaker | 'avoid' => {
  if (isAvoided(heading)) return 'avoid';
  if (SPOKEN.test(heading)) return 'agent';
  return HEARD.test(heading) ? 'customer' : 'instruction';
};

/** A paragraph that only says who speaks what follows it: `Agent:`, `Say:`. */
export const announces = (label: string): Speaker | undefined => (/[:：]$/u.test(label) ? speakerOf(label.replace(/\s*[:：]$/u, '')) : undefined);

const EXACT =
  /word[ -]for[ -]word|\bverbatim\b|\bread (?:it |this |them )?exactly|\bfollow exactly|exactly as (?:written|it is written|shown)|wort für wort|wortwörtlich|mot pour mot|palabra por palabra|al pie de la letra|parola per parola|palavra por palavra|woord voor woord|letterlijk/iu;
const NOT_EXACT = /\b(?:not|never|don['’]t|no need|without|nicht|nie|pas|no|non|não|niet)\b[^.!?]{0,40}$/iu;

/** Whether staff are told to say the words exactly as they stand. */
export const demandsExactly = (text: string): boolean => {
  const found = EXACT.exec(text);
  return found !== null && !NOT_EXACT.test(text.slice(Math.max(0, found.index - 60), found.index));
};

const LEGAL =
  /\b(?:legal|disclosures?|disclaimers?|compliance|recording notice|mini-?miranda|regulat(?:ory|ed)|rechtlich|rechtshinweis|mention légale|mentions légales|aviso legal|note legali|juridisch)\b/iu;

/** Whether a heading is that of words which the law demands. */
export const isLegal = (heading: string): boolean => LEGAL.test(heading);

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['complaint', /complain|beschwerde|réclamation|queja|reclamaci|reclamo|reclamaç|klacht/iu],
  ['cancel', /cancel|retention|churn|kündig|résili|\bbaja\b|disdetta|opzeg/iu],
  ['bereavement', /bereave|trauerfall|décès|fallecimiento|lutto|falecimento|overlijden/iu],
  ['feedback', /feedback|survey|umfrage|encuesta|sondaggio|pesquisa|enquête/iu],
  ['sales', /\bsales\b|outbound|cold call|verkauf|ventas?\b|vente\b|vendit|vendas?\b|verkoop/iu],
  ['service', /support|service|help ?desk|kundendienst|atención|assistenza|atendimento|klantenservice/iu],
];

/** What customers come with, by the title of a script. */
export const topicOf = (title: string): string | undefined => TOPICS.find(([, named]) => named.test(title))?.[0];

const REPLIES =
  /\b(?:macros?|templates?|(?:canned|saved|ready-made|pre-?written) (?:responses?|replies|answers?)|e-?mails?|textbausteine?|réponses types|respuestas predefinidas|risposte predefinite|respostas prontas|standaardantwoorden)\b/iu;

/** Whether a title is that of replies that are sent one by one, and not of a talk. */
export const isOfReplies = (title: string): boolean => REPLIES.test(title);
