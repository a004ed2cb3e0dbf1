import { slotOf } from './names.js';
import type { PagePurpose } from './site.js';

/** Words as they are compared: lower case, without accents that some write and some leave out. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/gu, 'ss')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Names of pages (the last part of their path, without ending), whole: `contact-us`, `kontakt`. */
const STEMS: readonly (readonly [PagePurpose, RegExp])[] = [
  [
    'contact',
    /^(?:contact|contact[-_ ]?(?:us|page|form|info|information|support)|get[-_ ]in[-_ ]touch|kontakt(?:formular)?|contacto|contactenos|contattaci|contatti|contato|fale[-_ ]conosco|nous[-_ ]contacter|contactez[-_ ]nous|customer[-_ ]?(?:service|support|care)|kundenservice|atencion[-_ ]al[-_ ]cliente|klantenservice)$/u,
  ],
  [
    'feedback',
    /^(?:feedback|give[-_ ]feedback|send[-_ ]feedback|your[-_ ]opinion|opiniones|avis|rueckmeldung|suggestions?|reclame[-_ ]ou[-_ ]elogie)$/u,
  ],
  ['complaints', /^(?:complaints?|complain|make[-_ ]a[-_ ]complaint|beschwerden?|reclamacion(?:es)?|reclamations?|reclami|klachten)$/u],
  [
    'unsubscribe',
    /^(?:unsubscribe|opt[-_ ]?out|email[-_ ]preferences|newsletter[-_ ](?:abmelden|abbestellen|abmeldung)|abbestellen|darse[-_ ]de[-_ ]baja|desabonnement|desinscription|uitschrijven|disiscriviti)$/u,
  ],
  [
    'cancel',
    /^(?:cancel|cancell?ation|cancel[-_ ](?:my[-_ ])?(?:subscription|membership|contract|plan|account|service)|(?:subscription|membership)[-_ ]cancel(?:l?ation)?|kuendigen|kuendigung|kundigen|kundigung|cancelar(?:[-_ ]suscripcion)?|resilier|resiliation|disdetta|opzeggen|close[-_ ](?:my[-_ ])?account|delete[-_ ](?:my[-_ ])?account)$/u,
  ],
  [
    'sign-up',
    /^(?:sign[-_ ]?up|register|registration|join(?:[-_ ]us|[-_ ]now)?|subscribe|create[-_ ]account|registrieren|registrierung|registro|inscription|iscriviti|aanmelden|cadastro)$/u,
  ],
  ['sign-in', /^(?:log[-_ ]?in|sign[-_ ]?in|anmelden|einloggen|connexion|iniciar[-_ ]sesion|accedi|entrar|inloggen)$/u],
  [
    'legal',
    /^(?:legal|legal[-_ ]notice|terms|terms[-_ ](?:of[-_ ](?:use|service)|and[-_ ]conditions)|imprint|impressum|agb|mentions[-_ ]legales|aviso[-_ ]legal|tos|colofon|note[-_ ]legali)$/u,
  ],
  ['privacy', /^(?:privacy|privacy[-_ ](?:policy|notice)|datenschutz(?:erklaerung)?|privacidad|confidentialite|cookies?|cookie[-_ ]policy)$/u],
  ['help', /^(?:help|faqs?|support|help[-_ ]cent(?:er|re)|hilfe|ayuda|aide|aiuto|ajuda)$/u],
  ['prices', /^(?:prices|pricing|plans|preise|precios|tarifs|prezzi|tarieven)$/u],
  ['account', /^(?:account|my[-_ ]account|konto|mein[-_ ]konto|mi[-_ ]cuenta|mon[-_ ]compte|dashboard)$/u],
];

const stemOf = (path: string): string => {
  const parts = folded(path.replace(/[?#].*$/u, ''))
    .split('/')
    .filter((part) => part !== '');
  let last = (parts.pop() ?? '').replace(/\.(?:[a-z0-9]+)(?:\.(?:erb|ejs|hbs|liquid|twig|php))?$/u, '');
  if (/^(?:index|default|home)$/u.test(last) && parts.length > 0) last = parts.pop() ?? '';
  return last;
};

const byStem = (name: string): PagePurpose | undefined => STEMS.find(([, stem]) => stem.test(name))?.[0];

/** What a page is for, by the last part of its path; undefined where that does not tell. */
export const purposeOfPath = (path: string): PagePurpose | undefined => byStem(stemOf(path));

/** What a page is for, by its title or main heading, or the words of a link to it; only short ones that say nothing else. */
export const purposeOfWords = (words: string): PagePurpose | undefined => {
  const name = folded(words.replace(/\s+[|–—·:]\s.*$|\s+-\s.*$/u, ''))
    .replace(/[!?.…→»>]+$/u, '')
    .trim();
  return name.length > 40 ? undefined : byStem(name);
};

/** The words of an id or of a name in a form: `emailOptIn`, `news[weekly]`. */
export const wordsOfId = (id: string): string => id.replace(/[_\-.[\]]+/gu, ' ').replace(/([a-z])([A-Z])/gu, '$1 $2');

/** What is asked of customers, under one name; what `slotOf` does not know because only forms ask it. */
export const fieldSlot = (name: string, label: string, type: string): string | undefined => {
  if (type === 'email') return 'email';
  if (type === 'tel') return 'phone';
  if (type === 'password') return 'password';
  for (const words of [label, wordsOfId(name)]) {
    const lower = folded(words);
    if (lower === '') continue;
    const known = FORM_SLOTS.find(([, asked]) => asked.test(lower))?.[0] ?? slotOf(lower);
    if (known !== undefined) return known;
  }
  return type === 'textarea' ? 'message' : undefined;
};

const FORM_SLOTS: readonly (readonly [string, RegExp])[] = [
  ['captcha', /captcha|are you (?:human|a robot)|\bwhat is \d+ ?[-+x*] ?\d+|security (?:code|question)|sicherheitsfrage|anti-?spam/u],
  ['email', /\be-?mail\b|\bcorreo\b|\bcourriel\b/u],
  ['company', /\bcompany\b(?! (?:size|number))|\borgani[sz]ation\b|\bfirma\b|\bempresa\b|\bsociete\b|\bazienda\b|\bbedrijf\b/u],
  ['company-size', /company size|number of employees|team size|\bemployees\b/u],
  ['job-title', /job title|\bjob\b|\bposition\b|\brole\b/u],
  ['budget', /\bbudget\b|annual revenue/u],
  [
    'account',
    /\b(?:account|customer|member(?:ship)?|client|contract|subscriber) ?(?:number|no|id|nr)\b|\bkundennummer\b|\bvertragsnummer\b|\bnumero de cliente\b|\bnumero client\b/u,
  ],
  ['order', /\border ?(?:number|no|id|ref)|\bbooking (?:number|reference)|\bbestellnummer\b|\bnumero de pedido\b/u],
  ['case', /\b(?:case|ticket|reference) ?(?:number|no|id)\b/u],
  ['dob', /date of birth|\bbirth ?(?:day|date)\b|\bdob\b|geburtsdatum|fecha de nacimiento/u],
  ['national-id', /social security|\bssn\b|national (?:insurance|id)|\bdni\b/u],
  ['address', /\baddress\b|\bstreet\b|\bstrasse\b|\bdireccion\b|\badresse\b|\bindirizzo\b|\bcity\b|\btown\b/u],
  ['phone', /\bphone\b|\bmobile\b|\btel(?:ephone|efon|efono)?\b|\bhandy\b|\btelefoon\b/u],
  [
    'name',
    /\bname\b|\bnombre\b|\bnom\b|\bprenom\b|\bnome\b|\bcognome\b|\bnaam\b|\bvorname\b|\bnachname\b|\bapellidos?\b|\b(?:first|last|full|user|sur)[ _-]?name\b|\bfname\b|\blname\b/u,
  ],
  ['subject', /\bsubject\b|\btopic\b|\bbetreff\b|\basunto\b|\bsujet\b|\boggetto\b|\bonderwerp\b|\breason\b|\bcategory\b/u],
  [
    'message',
    /\bmessage\b|\bquestion\b|\bcomments?\b|\bnachricht\b|\bmensaje\b|\bmessaggio\b|\bbericht\b|\benquiry\b|\binquiry\b|\bfeedback\b|\bdescription\b|how can we help/u,
  ],
];

/** Slots that only somebody who looks for buyers asks. */
export const LEAD_SLOTS: ReadonlySet<string> = new Set(['company-size', 'job-title', 'budget']);

/** Words that only a form for buyers has. */
export const SELLS =
  /talk to (?:our )?sales|contact sales|request a (?:demo|quote)|book a demo|schedule a demo|get a (?:demo|quote)|speak to sales|mit dem vertrieb/u;

/** Addresses to which the forms of marketing suppliers are sent. */
export const MARKETING_HOSTS =
  /hubspot\.com|hsforms|marketo\.|mktoweb|pardot\.com|list-manage\.com|mailchimp|activehosted|getresponse|sendinblue|klaviyo/u;
