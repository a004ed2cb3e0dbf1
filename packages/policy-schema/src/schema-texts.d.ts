/** The module that scripts/generate.mjs writes to dist/schema-texts.js. */
import type { PublishedKind } from './kinds.js';

/** The schemas as they are published, as JSON. */
export declare const schemaTexts: Readonly<Record<PublishedKind, string>>;
