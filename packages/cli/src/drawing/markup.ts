const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in HTML and SVG, between tags and in quoted attributes. What would act unseen has to be written out before (`printable`). */
export const escaped = (text: string): string => text.replace(/[&<>"'\ufffe\uffff]/gu, (char) => ENTITIES[char] ?? '\ufffd');

/** A tag of a language, as an attribute; empty where it is none that may be told. */
export const langAttribute = (language: string | undefined): string =>
  language !== undefined && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(language) ? ` lang="${language}"` : '';
