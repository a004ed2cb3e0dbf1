declare const CARELINT_VERSION: string | undefined;

/** The version of the command; the bundler writes it in. */
export const version = (): string => (typeof CARELINT_VERSION === 'string' ? CARELINT_VERSION : '0.0.0');

/** Whether this is what the bundler made, and not a source that is being tested. */
export const isBuilt = (): boolean => typeof CARELINT_VERSION === 'string';
