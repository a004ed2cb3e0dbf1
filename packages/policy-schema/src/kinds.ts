/** The documents that are read: people write them by hand, but for the baseline and the history, which people merge, and summaries, which others publish. */
export const DOCUMENT_KINDS = [
  'flow',
  'script',
  'operations',
  'site',
  'rule',
  'pack',
  'define',
  'words',
  'config',
  'baseline',
  'history',
  'summary',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** All documents that have a schema: the report is written by the command. */
export const PUBLISHED_KINDS = [...DOCUMENT_KINDS, 'report'] as const;
export type PublishedKind = (typeof PUBLISHED_KINDS)[number];
