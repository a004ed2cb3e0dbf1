import type { Service } from '../link/service.js';
import { identityOf } from './outline.js';

/** The steps that linking adds behind those whose target is not in view. */
const ADDED = /:(?:transfer|hold)$/u;

/**
 * By artefact: what linking made of it as far as that depends on other artefacts. Where two linkings give an artefact, and all that it is tied to,
 * the same signature, they give the same steps and edges, and every rule says the same of them. O(steps + ties).
 */
export const signaturesOf = ({ artefacts, ties }: Service): string[] => {
  const lines = artefacts.map(({ role, steps }) => [
    role,
    ...steps.flatMap(({ id, kind, data, refers }) =>
      kind === 'unknown' && (refers !== undefined || ADDED.test(id)) ? [`${id} is unknown: ${data.why ?? ''}`] : [],
    ),
  ]);
  const names = artefacts.map(identityOf);
  for (const { from, step, as, to } of ties) {
    lines[from]?.push(`${step} ${as} to ${names[to] ?? ''}`);
    lines[to]?.push(`${as} from ${names[from] ?? ''}`);
  }
  return lines.map((own) => own.sort().join('\n'));
};
