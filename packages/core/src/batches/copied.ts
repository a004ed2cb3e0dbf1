/**
 * A copy of plain data that shares nothing with what it was made of. A string cut out of a text keeps the whole text in memory in today's engines;
 * one that was written and read again does not.
 */
export const copied = <T>(plain: { readonly [K in keyof T]: T[K] | undefined }): T => JSON.parse(JSON.stringify(plain)) as T;
