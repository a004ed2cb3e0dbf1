import type { Artefact, HookRole } from '../model/artefact.js';
import type { Targets } from './find-target.js';

/** Why the role that a hook gives does not fit: two of them disagree. */
const DISPUTED = Symbol('disputed');

/** The roles that flows have because others set them for an event. */
const given = (artefacts: readonly Artefact[], targets: Targets): ReadonlyMap<number, HookRole | typeof DISPUTED> => {
  const roles = new Map<number, HookRole | typeof DISPUTED>();
  artefacts.forEach(({ hooks, path }, index) => {
    for (const { role, flow } of hooks ?? []) {
      const target = targets.find(flow, path);
      if (!('to' in target) || target.to === index) continue;
      const earlier = roles.get(target.to);
      roles.set(target.to, earlier === undefined || earlier === role ? role : DISPUTED);
    }
  });
  return roles;
};

/** Flows that others lead a customer into: what is set for an event as well may be met without it. */
const ledInto = (artefacts: readonly Artefact[], targets: Targets, wanted: ReadonlyMap<number, unknown>): ReadonlySet<number> => {
  const out = new Set<number>();
  if (wanted.size === 0) return out;
  for (const { steps, path } of artefacts) {
    for (const { refers } of steps) {
      for (const reference of refers ?? []) {
        const target = reference.as === 'hold' ? undefined : targets.find(reference, path);
        if (target !== undefined && 'to' in target && wanted.has(target.to)) out.add(target.to);
      }
    }
  }
  return out;
};

/** Gives flows the role of the event that another flow sets them for, where they do not state one and are not led into otherwise. */
export const takeRoles = (artefacts: readonly Artefact[], targets: Targets): readonly Artefact[] => {
  const roles = given(artefacts, targets);
  if (roles.size === 0) return artefacts;
  const also = ledInto(artefacts, targets, roles);
  return artefacts.map((artefact, index) => {
    const role = roles.get(index);
    return role === undefined || role === DISPUTED || also.has(index) ? artefact : (artefact.inRole?.(role) ?? artefact);
  });
};
