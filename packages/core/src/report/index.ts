export { exitCode } from './report.js';
export type { Coverage, FailOn, Finding, Report, ReportedProblem, ReportException, Station, Summary, Unknown } from './report.js';
export type { TextOf } from './place.js';
export { settle, type SettleInput } from './settle.js';
export { shorten, tell } from './tell.js';
export type { Waiver } from './waive.js';
