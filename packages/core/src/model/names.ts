/** The words of a name: `isOpen`, `business_hours`, `AgentRequest` -> "is open", "business hours", "agent request". */
export const wordsOf = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_.\-\s]+/gu, ' ')
    .trim()
    .toLowerCase();

/** What a variable or a prompt asks for; the first that fits. */
const SLOTS: readonly (readonly [string, RegExp])[] = [
  [
    'otp',
    /one[- ]time (?:pass(?:word|code)|code|pin)|\botp\b|verification code|security code (?:we|that)|code (?:we|that was) (?:just )?(?:sent|texted)/u,
  ],
  ['mothers-maiden-name', /maiden name/u],
  ['cvv', /\bcvv\b|\bcvc\b|three digits? (?:on the back|security)|card security code/u],
  ['national-id-part', /last (?:four|4|five|5)[^.]{0,30}(?:social|ssn)|(?:ssn|social)[^.]{0,20}last (?:four|4)/u],
  [
    'national-id',
    /social security|\bssn\b|national insurance|national id|identity number|personal (?:identity )?number|\bdni\b|personnummer|\bcpf\b|steuernummer/u,
  ],
  ['card-part', /last (?:four|4)[^.]{0,30}card/u],
  ['card-number', /(?:credit|debit|payment|bank)?[- ]?card number|\bpan\b|credit card/u],
  ['pin', /\bpin\b|pass ?code|personal identification|access code|telephone (?:banking )?code/u],
  ['password', /\bpass ?word\b|\bpasswort\b|contraseña|mot de passe/u],
  ['dob', /date of birth|birth ?dat|\bdob\b|geburtsdatum|fecha de nacimiento|date de naissance/u],
  ['callback-time', /(?:what|which|best) time|callback time/u],
  [
    'phone',
    /(?:phone|mobile|cell|callback|call back|contact|telephone)[ -]?number|\bphone$|call(?:ed)? (?:you )?back (?:at|on)|\bani\b|customer endpoint|numéro de téléphone|telefonnummer|número de teléfono/u,
  ],
  ['email', /e-?mail/u],
  ['policy', /polic(?:y|ies) (?:number|id)/u],
  ['order', /order (?:number|id)|tracking (?:number|id)|booking (?:number|reference|id)|confirmation number/u],
  ['case', /(?:case|ticket|incident|claim|reference) (?:number|id)/u],
  ['account', /(?:account|customer|member(?:ship)?|client|subscriber|meter) ?(?:number|id|no)|\bkundennummer\b|\bkontonummer\b/u],
  ['postcode', /zip ?code|post(?:al)? ?code|postleitzahl|código postal/u],
  ['name', /(?:your|first|last|full|customer) name/u],
  ['extension', /extension/u],
  ['amount', /\bamount\b/u],
  ['feedback', /\brate\b|rating|satisf|survey|scale of/u],
];

/** All of them at once: most words ask for nothing, and then one look is enough. */
const ANY_SLOT = new RegExp(SLOTS.map(([, asked]) => asked.source).join('|'), 'u');

/** The slot that some words ask for; undefined where none is recognised. */
export const slotOf = (words: string): string | undefined => {
  const lower = words.toLowerCase();
  if (lower === '' || !ANY_SLOT.test(lower)) return undefined;
  for (const [slot, asked] of SLOTS) if (asked.test(lower)) return slot;
  return undefined;
};

/** How a customer proves who they are with what is asked; slots that only say who somebody claims to be are not here. */
const PROOF: Readonly<Record<string, string>> = {
  otp: 'sms',
  pin: 'pin',
  password: 'password',
  'mothers-maiden-name': 'security-question',
  'national-id': 'full-id',
  'national-id-part': 'security-question',
  'card-part': 'security-question',
  dob: 'security-question',
};

/** The method of proof that a slot stands for; undefined where it proves nothing. */
export const methodOf = (slot: string | undefined): string | undefined =>
  slot !== undefined && Object.hasOwn(PROOF, slot) ? PROOF[slot] : undefined;

const SECRET = new Set(['pin', 'password', 'otp', 'cvv', 'card-number', 'national-id', 'mothers-maiden-name']);

/** Whether what is asked must stay secret. */
export const isSecret = (slot: string | undefined): boolean => slot !== undefined && SECRET.has(slot);

/** Words of a prompt that say: now we check who you are. */
export const SPEAKS_OF_PROOF =
  /verify your (?:identity|account)|confirm your identity|identify yourself|authenticat|security question|prove who you are/u;

/** Names of variables that hold whether a customer has proved who they are. */
export const NAMES_PROOF =
  /\bauthenticat|\bverifi(?:ed|cation)\b|\bis auth\b|\bauth (?:status|result|ok|success)\b|\bpin (?:valid|match|ok|correct|status)|\b(?:valid|correct|matching) pin\b|\bpassword (?:valid|match|ok)|\bidentity (?:confirmed|status|check)/u;
