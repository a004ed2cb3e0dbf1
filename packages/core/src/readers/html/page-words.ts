/** Words by which a page tells what it wants. All are matched on folded text (model/site-words.ts): lower case, no accents. */

/** Words of a sentence that sends whoever has not signed in away. */
export const SPEAKS_OF_SIGN_IN =
  /log(?:ged)?[ -]?in|sign(?:ed)?[ -]?in|\bregister|angemeldet|melden sie sich|anmelden, um|connecte|connectez|sesion|accedi|effettuare l'accesso|sessao|faca login|ingelogd|log in om/u;

/** What must be signed in for. */
export const WALL =
  /(?:must|need to|have to|please|required to) (?:be )?(?:log(?:ged)? ?in|sign(?:ed)? ?in|login|register)|(?:log|sign) ?in (?:or (?:register|sign up|join) )?to (?:leave|post|write|comment|contact|give|send|join|reply|submit|unsubscribe|continue)|mussen (?:angemeldet|eingeloggt) sein|melden sie sich an, um|vous devez etre connecte|connectez-vous pour|debes iniciar sesion|inicie sesion para|devi effettuare l'accesso|accedi per|tem de iniciar sessao|faca login para|precisa estar logado|moet ingelogd zijn|log in om/u;

/** Words of a heading or a button of a sign-in. */
export const SIGNS_IN =
  /\b(?:log|sign)[ -]?in\b|\blogin\b|\banmelden\b|\beinloggen\b|se connecter|\bconnexion\b|iniciar sesion|\baccedi\b|\bentrar\b|\binloggen\b/u;
/** Words of a heading or a button of a sign-up. */
export const SIGNS_UP =
  /\bsign ?up\b|\bregister\b|\bcreate (?:an |your |my )?account\b|\bjoin\b|\bregistrieren\b|\bkonto erstellen\b|\bregistrarse\b|\bcrear cuenta\b|s'inscrire|\bregistrati\b|\bcadastr|\bregistreren\b|\bstart (?:your |my )?(?:free )?trial\b|\bsubscribe now\b/u;

/** The words with which a customer leaves. */
export const LEAVES =
  /\bcancel (?:my |your |the |this )?(?:subscription|membership|contract|plan|account|service|policy|order)|\bend (?:my |your )?(?:contract|membership|subscription)|\bconfirm cancellation\b|\byes,? cancel\b|\b(?:delete|close) (?:my |your )?account\b|vertrag(?:e)? (?:jetzt )?kundigen|jetzt kundigen|kundigung bestatigen|cancelar (?:mi |la )?(?:suscripcion|cuenta|contrato)|darse de baja|resilier (?:mon |le )?(?:contrat|abonnement)|disdire|annulla l'abbonamento|abonnement opzeggen/u;

/** What somebody is not bound by: calling these off is another matter than leaving. */
export const NO_CONTRACT =
  /\bcancell?ed\b|\bpayment|\bcheckout|\border\b|\bbooking|\breservation|\bappointment|\bevent\b|\brooms?\b|\btickets?\b|\bflights?\b|\bstorniert|\bzahlung|\bbuchung|\btermin\b|\breserva\b|\bcommande\b|\brendez-vous\b/u;
/** What customers are bound by until they leave. */
export const CONTRACT =
  /subscri|\bmember|\bcontract\b|\bplan\b|\baccount\b|\binsurance\b|\btariff\b|\babo(?:nnement)?\b|vertrag|mitglied|\bkonto\b|suscrip|\bcuenta\b|contrat|\bcompte\b|abonament|contratto|lidmaatschap/u;

/** The words with which somebody is rung back. */
export const RINGS_BACK =
  /call (?:me|you) back|call-?back|request a call|ruckruf|we(?:'ll| will) (?:call|ring|phone) you|te llamamos|rappelez-moi|etre rappele|ti richiamiamo|bel mij terug/u;

/** Words of a form that asks what somebody thinks. */
export const ASKS_OPINION =
  /\bfeedback\b|leave a (?:comment|reply|review)|post (?:a )?comment|write a review|your (?:review|comment|opinion)|kommentar (?:schreiben|hinterlassen)|bewertung/u;

/** Text relay and sign language, by name. */
export const RELAYS = /relay uk|text ?relay|typetalk|minicom|textphone|\btty\b|\btdd\b|national relay service|tess relay|tolkcentrale/u;
export const SIGNS = /\bbsl\b|sign language|signvideo|signlive|gebardensprache|lengua de signos|langue des signes|gebarentaal|\bvrs\b|video relay/u;
/** Messages that are answered by people. */
export const TEXTS = /^(?:https?:)?\/\/(?:wa\.me|api\.whatsapp\.com|m\.me|t\.me)\/|^(?:sms|whatsapp):/iu;

/** A street or a box that a letter could be sent to; on folded text. */
const STREET =
  /\bp\.? ?o\.? ?box \d|\bpostfach \d|\b\d{1,5},? (?:[a-z0-9.'-]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|place|court|square|sq|parkway|pkwy|highway|hwy|terrace)\b|(?:strasse|str\.|weg|platz|allee|gasse) ?\d{1,4}\b|\b\d{1,4},? (?:rue|avenue|boulevard|place|quai) |\b(?:calle|avenida|plaza|paseo|via|viale|piazza|rua|praca) [a-z' .]{2,40},? ?\d{1,4}\b|[a-z]+(?:straat|laan|plein|gracht|kade) \d/u;
/** A postcode with what stands beside it; on the text as it is written. */
const POSTCODE = /\b\d{4} [A-Z]{2}\b,? [A-Z][a-z]|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b\d{5} [A-Z][a-zäöü]{3,}/u;

/** Whether a letter could be sent to what stands here. */
export const isPostal = (text: string, words: string): boolean => /\d/u.test(words) && (STREET.test(words) || POSTCODE.test(text));

/** Words near a number that is rung. */
export const NEAR_A_NUMBER =
  /\btel\b|\btel[.:]|phone|\bcall\b|\bring\b|\bdial\b|\bfon\b|telefon|telephone|hotline|helpline|toll.?free|whatsapp|mobile|\bcell\b|\bfax\b|anrufen|llam[ae]|appel|chiama|ligue|\bbel\b|\bt:|\bm:|\bp:|☎|📞/iu;

/** Words of a page that asks its customers to stay. */
export const ASKS_TO_STAY =
  /before you (?:go|leave|cancel)|don'?t go|stay with us|we(?:'d| would) hate to (?:see|lose) you|sorry to see you (?:go|leave)|(?:stay|keep|remain)[^.]{0,40}(?:half price|free|discount|% off|off your)|bleiben sie|no te vayas|ne partez pas|resta con noi|blijf bij ons/u;
