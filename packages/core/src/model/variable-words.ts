/** Words that stand alone in a text, whatever the alphabet: `\b` knows only that of English. */
const alone = (words: string): string => `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`;

/** Names of variables that hold whether it is open; in the languages of the phrase sets. */
export const HOURS = new RegExp(
  alone(
    'open|opened|closed|hours|holidays?|schedule|business day|after hours|horarios?|horários?|abiert[oa]|cerrad[oa]|abert[oa]|fechad[oa]|festivos?|feriados?|geöffnet|geoeffnet|geschlossen|öffnungszeit(?:en)?|oeffnungszeit(?:en)?|geschäftszeit(?:en)?|geschaeftszeit(?:en)?|feiertage?|ouvert(?:e|ure)?|fermée?|fermee?|fermeture|horaires?|jours? f[eé]ri[eé]s?|apert[oa]|apertura|chius[oa]|chiusura|orari|orario|geopend|gesloten|openingstijden|feestdag(?:en)?',
  ),
  'u',
);

/** Of those, the ones that say it is closed. */
export const CLOSED = new RegExp(
  alone(
    'closed|holidays?|after hours|out of hours|cerrad[oa]|fechad[oa]|festivos?|feriados?|geschlossen|feiertage?|fermée?|fermee?|fermeture|jours? f[eé]ri[eé]s?|chius[oa]|gesloten|feestdag(?:en)?|fuera de horario|fora do hor[aá]rio',
  ),
  'u',
);

/** Results of such a variable that say it is open, or closed. */
export const SAYS_OPEN = /^(?:open(?:ed)?|abiert[oa]|abert[oa]|geöffnet|offen|ouverte?|apert[oa]|geopend)$/iu;
export const SAYS_CLOSED =
  /^(?:closed?|holiday|emergency|after.?hours|cerrad[oa]|fechad[oa]|festivo|feriado|geschlossen|feiertag|fermée?|chius[oa]|gesloten|feestdag)$/iu;

const STAFF =
  'agents?|staff|staffed|staffing|representatives?|advisors?|agentes?|agenten|agenti|asesor(?:es)?|mitarbeiter|berater|conseillers?|operatori|operadores|atendentes?|medewerkers?';
const READY =
  'available|online|staffed|status|ready|count|disponibles?|dispon[ií]veis|dispon[ií]vel|verfügbar|verfuegbar|disponibili|disponibile|beschikbaar|frei|libres?';

/** Names of variables that hold whether anybody is there to answer. */
export const STAFFING = new RegExp(`${alone(STAFF)}.*${alone(READY)}|${alone('staff(?:ed|ing)|agents? ?available')}`, 'u');

/** Names of variables that count rounds. */
export const ATTEMPTS = new RegExp(
  alone(
    'retry|retries|attempts?|tries|counter|retry count|loop count|count|contador|tentativas?|intentos?|versuche?|zähler|zaehler|essais?|tentatives?|compteur|tentativ[oi]|contatore|poging(?:en)?|teller',
  ),
  'u',
);
export const NOT_ATTEMPTS = /\b(?:queue|contacts?|agents?|metrics|case|cases|results?)\b/u;
