export { DOCUMENT_KINDS, PUBLISHED_KINDS } from './kinds.js';
export type { DocumentKind, PublishedKind } from './kinds.js';
export type { KnownNames, Route, SchemaProblem, SourceTextAt } from './explain/problem.js';
export { ANYWHERE, COMMON_OPTIONS, OUTCOMES, STEP_VERB_NAMES, TARGET_WORDS, VERBS_OF, stepVerb } from './step-verbs.js';
export type { AnywhereFacts, LeftOut, Outcome, OutcomeFacts, StepOption, StepVerb, StepVerbName } from './step-verbs.js';
export { SITE_VERB_NAMES } from './site-verbs.js';
export type { SiteVerbName } from './site-verbs.js';
export { nearest } from './nearest.js';
export { schemaOf } from './schemas.js';
export { validate } from './validate.js';
export {
  ARTEFACT_KINDS,
  ASSERTIONS,
  CERTAINTIES,
  CHANNELS,
  EDGE_EVENTS,
  LEVELS,
  MOMENTS,
  PLACES,
  ROLES,
  SPEAKERS,
  STANDINGS,
  STEP_KINDS,
  TOUCHPOINTS,
  UNITS,
} from './vocabulary.js';
export type { AssertionName } from './vocabulary.js';
export type { Schema, Schemas } from './schema.js';
export type * from './generated/types.js';
