// What a reader needs that lives in another package: `@carelint/core/model`. Cheap to load: no rules, no parsers.
export { hole, type Artefact, type ArtefactKind, type Channel, type Role, type Speaker, type Utterance } from './artefact.js';
export type { Draft, DraftEdge, DraftStep } from './draft.js';
export { isSecret, methodOf, NAMES_PROOF, slotOf, SPEAKS_OF_PROOF, wordsOf } from './names.js';
export { hasNumberLike, numbersLikeIn, type NumberLike } from './number-like.js';
export { isUnread, partlyRead, unread, valueAt, whyPartly } from './partly.js';
export type { PhoneCandidate } from './phone.js';
export { keyWords } from './key-words.js';
export { factsToldBy, firstWords, purposeOfMenu } from './prompt-words.js';
export { guessLanguage } from './language.js';
export { markRecovered } from './rejoin.js';
export { consentBanner, type Banner, type Box } from './consent/index.js';
export {
  ABOUT_COOKIES,
  ACCEPTS,
  agreesToAdvertising,
  BEYOND_NEED,
  boxAgrees,
  CHOSEN_BEFORE,
  REJECTS,
  SETTLES,
  type BoxMeaning,
} from './consent-words.js';
export { fieldSlot, folded, LEAD_SLOTS, MARKETING_HOSTS, purposeOfPath, purposeOfWords, SELLS } from './site-words.js';
export { ATTEMPTS, CLOSED, HOURS, NOT_ATTEMPTS, SAYS_CLOSED, SAYS_OPEN, STAFFING } from './variable-words.js';
export { formOf, type FormField, type FormPurpose, type FoundOnSite, type Page, type PageLink, type PagePurpose, type Way } from './site.js';
export { standing, type Standing } from './standing.js';
export {
  EDGE_EVENTS,
  isNotSeen,
  STEP_KINDS,
  type Edge,
  type EdgeEvent,
  type NotSeen,
  type Outcome,
  type Reference,
  type Seen,
  type Step,
  type StepData,
  type StepKind,
} from './step.js';
export type { Place, Problem, Route, Source } from '../source/source.js';
