import { MOMENTS, TOUCHPOINTS } from '@carelint/policy-schema';
import type { Artefact, Channel } from '../model/artefact.js';
import type { StepKind } from '../model/step.js';
import type { Verdict } from '../policy/verdict.js';
import type { Finding, Groups } from './report.js';

export type Touchpoint = (typeof TOUCHPOINTS)[number];
export type ContactMoment = (typeof MOMENTS)[number];

/** The table of docs/outputs.md: where customers meet what goes on in a channel. */
const BY_CHANNEL: Readonly<Record<Channel, Touchpoint>> = {
  phone: 'phone',
  chat: 'chat',
  message: 'message',
  email: 'email',
  web: 'website',
  desk: 'desk',
  post: 'post',
  task: 'back-office',
};

/** Where customers meet a document: what it is, else its channel. Absent where neither tells. */
export const touchpointOf = ({ kind, channel }: Pick<Artefact, 'kind' | 'channel'>): Touchpoint | undefined => {
  if (kind === 'operations') return 'back-office';
  if (kind === 'site') return 'website';
  return channel === undefined ? undefined : BY_CHANNEL[channel];
};

/** Steps that customers live through when the contact is over. */
const AFTER: readonly StepKind[] = ['callback', 'voicemail', 'survey'];

/** When what a promise is about happens, where the step does not tell. */
const BY_PROMISE: Readonly<Record<string, ContactMoment>> = {
  'find-us': 'before',
  'fair-incentives': 'before',
  'reach-a-person': 'during',
  'let-them-in': 'during',
  'keep-the-thread': 'during',
  'end-well': 'during',
  'speak-human': 'during',
  'fair-fees': 'after',
  'their-data': 'after',
  listen: 'after',
  'leave-freely': 'after',
};

/** Before, during or after a contact: by the step that is blamed, else by the promise. Absent for rules of one's own under a promise of one's own. */
export const momentOf = ({ rule, anchor }: Pick<Verdict, 'rule' | 'anchor'>): ContactMoment | undefined => {
  if (anchor !== undefined && AFTER.includes(anchor.kind)) return 'after';
  return rule.promise !== undefined && Object.hasOwn(BY_PROMISE, rule.promise) ? BY_PROMISE[rule.promise] : undefined;
};

type Group = Groups['promises'][number];

const counted = (findings: readonly Finding[], nameOf: (finding: Finding) => string | undefined): readonly Group[] => {
  const groups = new Map<string, { name: string; error: number; warning: number; advice: number }>();
  for (const finding of findings) {
    const name = nameOf(finding);
    if (name === undefined) continue;
    const group = groups.get(name) ?? { name, error: 0, warning: 0, advice: 0 };
    group[finding.level]++;
    groups.set(name, group);
  }
  return [...groups.values()];
};

const inOrderOf =
  (names: readonly string[]) =>
  (a: Group, b: Group): number =>
    names.indexOf(a.name) - names.indexOf(b.name);

const loudestFirst = (a: Group, b: Group): number => b.error - a.error || b.warning - a.warning || b.advice - a.advice || (a.name < b.name ? -1 : 1);

/** Findings by promise, by touchpoint (the nearest to the customer first) and by moment. */
export const groupsOf = (findings: readonly Finding[]): Groups => ({
  promises: [...counted(findings, ({ promise }) => promise)].sort(loudestFirst),
  touchpoints: [...counted(findings, ({ touchpoint }) => touchpoint)].sort(inOrderOf(TOUCHPOINTS)),
  moments: [...counted(findings, ({ moment }) => moment)].sort(inOrderOf(MOMENTS)),
});
