declare const CARELINT_VERSION: string | undefined;

/** The version of the plugin; the bundler writes it in. */
export const version = (): string => (typeof CARELINT_VERSION === 'string' ? CARELINT_VERSION : '0.0.0');
