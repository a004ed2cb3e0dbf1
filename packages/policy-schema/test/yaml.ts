import { load } from 'js-yaml';
import { validate } from '../src/index.js';
import type { DocumentKind, KnownNames } from '../src/index.js';

/** What `validate` says of a YAML text: each problem as `place: message`, a key marked with `@`. */
export const said = (kind: DocumentKind, yaml: string, known?: KnownNames): readonly string[] =>
  validate(kind, load(yaml), undefined, known).map(({ route, atKey, message }) => `${atKey ? '@' : ''}${route.join('.')}: ${message}`);
