import { schemaTexts } from '#schema-texts';
import type { Schema } from './schema.js';
import type { DocumentKind } from './kinds.js';

const parsed = new Map<DocumentKind, Schema>();

/** The published schema of a kind of document. Parsed when first asked for. */
export const schemaOf = (kind: DocumentKind): Schema => {
  const known = parsed.get(kind) ?? (JSON.parse(schemaTexts[kind]) as Schema);
  parsed.set(kind, known);
  return known;
};
