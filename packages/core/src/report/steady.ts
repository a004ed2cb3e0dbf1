import { fingerprint } from './fingerprint.js';
import type { Step } from '../model/step.js';
import type { Verdict } from '../policy/verdict.js';

/** What stands for a step that is only counted. Words that are changed make another step of it; one more step above does not. */
const steadyName = ({ id, label }: Step): string => `${id.replace(/-\d+(?=\/|$)/gu, '')} ${label}`;

/** What tells a finding from others of its rule and artefact, free of everything that moves when something else is changed. */
const steadyIdentity = ({ identity, anchor, journey }: Pick<Verdict, 'identity' | 'anchor' | 'journey'>): readonly string[] => {
  const steps = [...journey.map(({ step }) => step), ...(anchor === undefined ? [] : [anchor])].filter(({ counted }) => counted === true);
  if (steps.length === 0) return identity;
  const names = new Map(steps.map((step) => [step.id, steadyName(step)]));
  // The steps of a circle stand in the order of their ids.
  return identity.map((part) => names.get(part) ?? part).sort();
};

/** The fingerprint of a verdict, before equal ones are numbered. */
export const printOf = (verdict: Verdict): string => fingerprint([verdict.rule.id, verdict.artefact.id, ...steadyIdentity(verdict)]);
