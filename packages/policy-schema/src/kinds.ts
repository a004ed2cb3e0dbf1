/** The documents that people write by hand. */
export const DOCUMENT_KINDS = ['flow', 'rule', 'pack', 'define', 'words', 'config'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
