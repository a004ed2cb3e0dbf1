export { Assessment, type Assessed, type AssessmentInput } from './assessment.js';
export { canBeLetGo } from './batches/judged.js';
export { isWrittenJudged } from './batches/is-written.js';
export { RuleNumbers } from './batches/rule-numbers.js';
export type { WrittenJudged } from './batches/written.js';
export { changesNothing, compareServices, isFurther, isWorse, type Comparison, type ComparisonInput, type FlowChange } from './compare/compare.js';
export type { ChoiceChange, ChoiceChangeKind, WayOn } from './compare/choices.js';
export type { Hours } from './compare/destinations.js';
export type { Effort, EffortChange, Reach, ReachChange } from './compare/entries.js';
export type { FindingChanges } from './compare/findings.js';
export type { TermChange, TextChange, ValueChange } from './compare/said.js';
export { roadmapOf, WEIGHTS, type Roadmap, type RoadmapInput, type RoadmapItem } from './roadmap/roadmap.js';
export { check, compile, link, prepare, prepareLink, read, type CompileInput } from './pipeline.js';
export type { LinkInput } from './link/found/found.js';
export { UserError } from './errors.js';
export type { Service, Tie } from './link/service.js';
export {
  ARTEFACT_KINDS,
  CHANNELS,
  hole,
  ROLES,
  type Artefact,
  type ArtefactKind,
  type Channel,
  type Role,
  type Speaker,
  type Utterance,
} from './model/artefact.js';
export {
  EDGE_EVENTS,
  isNotSeen,
  STEP_KINDS,
  type CheckOf,
  type Edge,
  type EdgeEvent,
  type NotSeen,
  type Outcome,
  type Reference,
  type Seen,
  type Step,
  type StepData,
  type StepKind,
  type Told,
} from './model/step.js';
export { builtinDefine, builtinPacks, builtinRules, builtinWords, type BuiltinRule } from './policy/builtin.generated.js';
export { phraseSetsIn, type OwnPolicies, type PolicyDocument } from './policy/builtin.js';
export type { CompiledRule } from './policy/compile.js';
export { builtinPhrases, type Phrases } from './policy/phrases.js';
export { jsonPathBy, loadJsonPath, needsJsonPath, type JsonPath } from './policy/json-path.js';
export type { Certainty, Level, PackAsking, Rule, RuleDocument, RuleFacts, RuleSetting, RuleSource } from './policy/rule.js';
export type { Moment, Verdict } from './policy/verdict.js';
export { readers } from './readers/index.generated.js';
export type { Reader, ReadResult } from './readers/reader.js';
export {
  exitCode,
  isLouder,
  type Coverage,
  type FailOn,
  type Finding,
  type Groups,
  type Mend,
  type PackStanding,
  type Report,
  type ReportedProblem,
  type ReportException,
  type Station,
  type Summary,
  type Unknown,
} from './report/report.js';
export type { BaselineEntry, BaselineInput, FileState } from './report/baseline.js';
export { DIRECTIVE_MARK, type Comment } from './report/comment.js';
export { commentsOf, type Addressee } from './report/comments.js';
export type { DirectiveInput } from './report/disable.js';
export { applyMends } from './report/apply-mends.js';
export { HOME_URL, ruleUrl } from './report/home.js';
export { journeyLines, type Abridging, type JourneyLine } from './report/journey-lines.js';
export type { NarrowInput } from './report/narrow.js';
export { ownRules, type OwnRule } from './report/own-rules.js';
export { printable, printableJson } from './report/printable.js';
export type { BrokenQuestion, Judged } from './report/score/judged.js';
export { Questions, type AskedCount } from './report/score/questions.js';
export { pointsIn, scoreOf, standingIn, type Score, type ScoreCell, type ScoreStanding } from './report/score/score.js';
export { settle, settleAll, type HiddenFinding, type Settled, type SettleInput } from './report/settle.js';
export { isAdviceOnly, isOfLaw, standingOf, tellStanding, type PackFacts, type Standing } from './report/standing.js';
export { shorten, tell } from './report/tell.js';
export type { Waiver } from './report/waive.js';
export type { ParsedDocument, SyntaxProblem } from './source/document.js';
export { locate, locateKey, textAt } from './source/locate.js';
export { parseDocument } from './source/parse-document.js';
export { EMBEDDED, type Key, type Place, type Problem, type Route, type Source, type Syntax } from './source/source.js';
