import { schemaTexts } from '#schema-texts';
import type { Schema } from './schema.js';
import type { PublishedKind } from './kinds.js';

const parsed = new Map<PublishedKind, Schema>();

/** The published schema of a kind of document. Parsed when first asked for. */
export const schemaOf = (kind: PublishedKind): Schema => {
  const known = parsed.get(kind) ?? (JSON.parse(schemaTexts[kind]) as Schema);
  parsed.set(kind, known);
  return known;
};
