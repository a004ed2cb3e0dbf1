import type { Artefact } from '../model/artefact.js';
import type { Step } from '../model/step.js';
import { copied } from './copied.js';

/** A name for an artefact that no other artefact of a run has. */
export const identityOf = ({ path, id }: Pick<Artefact, 'path' | 'id'>): string => `${path}\0${id}`;

const refersOnly = ({ id, kind, data, refers }: Step): Step => ({
  id,
  kind,
  label: '',
  data: kind === 'unknown' && data.why !== undefined ? { why: data.why } : {},
  route: [],
  ...(refers === undefined ? {} : { refers }),
});

/**
 * What is kept of an artefact whose own part of the service has been judged: all that others can know of it, which is its names, and what it refers
 * to. Linked with other artefacts it is tied as the whole artefact would be.
 */
export const outlineOf = (artefact: Artefact): Artefact => {
  const { kind, role, channel, topic, id, name, keys, path, syntax, route, language, country, start, hooks, family, format, inRole } = artefact;
  const steps = artefact.steps.filter(({ refers }) => refers !== undefined).map(refersOnly);
  const outline: Artefact = {
    ...copied<Omit<Artefact, 'path'>>({
      ...{ kind, role, channel, topic, id, name, keys, syntax, route, language, country, start, hooks, family, format },
      ...{ steps, edges: [], utterances: [] },
    }),
    path,
  };
  return outlineFrom(outline, inRole !== undefined);
};

/** An outline that takes roles from others or does not. What the artefact would be in another role is worked out when it is read again; here only the role counts. */
export const outlineFrom = (outline: Artefact, takesRoles: boolean): Artefact =>
  takesRoles ? { ...outline, inRole: (taken) => ({ ...outline, role: taken === 'afterwards' ? outline.role : taken }) } : outline;
