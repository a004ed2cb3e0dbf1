import type { Place } from './source/source.js';

/** A mistake of the user in arguments, config or a policy: one sentence and what to do. Anything else that is thrown is our bug. */
export class UserError extends Error {
  readonly path?: string;
  readonly place?: Place;
  constructor(message: string, at: { path?: string; place?: Place } = {}) {
    super(message);
    this.name = 'UserError';
    if (at.path !== undefined) this.path = at.path;
    if (at.place !== undefined) this.place = at.place;
  }
}
