import { folded, wordsOfId } from './site-words.js';

/** Words of a box that agrees to advertising or to the sharing of data. */
const ADVERTISES =
  /newsletter|marketing|special offers|\boffers\b|\bpromotion|\bdeals\b|(?:send|receive|get) (?:me |us )?(?:\S+ ){0,3}(?:updates|news|e-?mails?|tips)|keep me (?:up to date|updated|informed)|mailing list|partners|third part|werbung|angebote|publicidad|ofertas|promociones|offres|publicite|novita|aanbiedingen|opt[-_ ]?in|\bsubscribe\b|share (?:my|your) (?:data|details|information)/u;
/** Of these a ticked box is on the customer's side. */
const REFUSES =
  /\bunsub|\bopt[-_ ]?out|do not|don'?t|\bno,|\bnot? (?:send|share|receive|wish|want)|\bstop\b|\bkein|\bnicht\b|\bno (?:quiero|deseo)|ne (?:pas|souhaite)|\bnon desidero|\bgeen\b/u;

/** Whether a box agrees to advertising or sharing. Both its label and its name are asked; a box that refuses does not. */
export const agreesToAdvertising = (name: string, label: string): boolean => {
  const words = folded(label);
  const id = folded(wordsOfId(name));
  if (REFUSES.test(words) || REFUSES.test(id)) return false;
  if (words === '') return ADVERTISES.test(id);
  return ADVERTISES.test(words);
};

/** Headings of forms in which customers change what they chose before. */
export const CHOSEN_BEFORE =
  /\bsettings\b|preferences|\bnotifications?\b|\bprofile?\b|einstellungen|benachrichtigung|preferencias|parametres|impostazioni|instellingen/u;
/** Words of a box for cookies and scripts that the site can do without. */
export const BEYOND_NEED = /marketing|advertis|analytic|analyse|statisti|tracking|targeting|personali[sz]|werbung|publici|performance/u;

/** What the boxes of a form can mean. */
export type BoxMeaning = 'anything' | 'cookies' | 'chosen before' | 'a selection';

/** Whether a box agrees to something. Beside no address or name it is a filter, unless it says what it sends. */
export const boxAgrees = (name: string, label: string, meaning: BoxMeaning): boolean => {
  const words = folded(`${label} ${name}`);
  if (meaning === 'cookies') return BEYOND_NEED.test(words);
  if (meaning === 'chosen before' || !agreesToAdvertising(name, label)) return false;
  return meaning === 'anything' || /newsletter|subscri|\bsend\b|\breceive\b|e-?mail|\bshare\b|third part|marketing/u.test(words);
};

/** The words of a button or link that agrees to cookies. "OK" and "Got it" only close a notice. */
export const ACCEPTS =
  /^(?:yes,? )?(?:i )?(?:accept|agree|allow)\b|\b(?:accept|allow) (?:all|cookies)|^alle (?:cookies )?(?:akzeptieren|zulassen|annehmen)|^akzeptieren|^zustimmen|^aceptar|^accepter|^tout accepter|^accetta|^aceitar|^accepteren|^alles? accepteren/u;

/** The words of one that refuses them. */
export const REJECTS =
  /\breject\b|\bdecline\b|\brefuse\b|\bdeny\b|\bdisagree\b|(?:do not|don'?t) (?:accept|agree|allow|consent)|^no\b|\b(?:only|just) (?:\S+ ){0,2}(?:necessary|essential|required)|(?:necessary|essential|required) (?:cookies )?only|continue without|\bopt[- ]?out\b|\bablehnen\b|\bnur (?:\S+ ){0,2}(?:notwendig|erforderlich|essenziell)|solo (?:las |le |i )?(?:\S+ )?necesari|solo (?:\S+ )?necessari|uniquement (?:les )?(?:\S+ )?necessaires|\brechazar|\brefuser|continuer sans accepter|\brifiuta|\brejeitar|\brecusar|\bweigeren|alleen noodzakelijke/u;

/** The words of one that leads to another layer, where a choice can be made. */
export const SETTLES =
  /\b(?:settings|preferences|manage|customi[sz]e|options|choices|more choices|purposes)\b|einstellungen|anpassen|configurar|preferencias|parametrer|personnaliser|preferenze|personalizza|preferencias|instellingen/u;

/** The words of one that keeps what is ticked: where nothing is, it refuses. */
export const KEEPS =
  /\b(?:save|confirm|keep|accept|allow) (?:my |these |the |your )?(?:selection|selected|choices?|preferences|settings)|\bsave\b|auswahl|\bspeichern\b|\bguardar\b|\benregistrer\b|\bsalva\b|\bopslaan\b/u;

/** A part of a page that asks about cookies says so in its name. */
export const ABOUT_COOKIES = /cookie|consent|gdpr|ccpa/iu;
