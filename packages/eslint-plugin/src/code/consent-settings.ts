import { consentBanner, type Banner } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { keyOf } from './walk.js';
import { writtenAt, writtenValue } from './written.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The settings of a consent banner as code writes them. */
export interface ConsentSettings {
  readonly banner: Banner;
  /** Where a route of the banner is written. */
  readonly at: (route: readonly (string | number)[]) => TSESTree.Node | undefined;
}

/** Keys that settings of a banner have and hardly anything else. */
const OWN = new Set(['services', 'apps', 'categories', 'guiOptions', 'consentModal']);

/** The settings of a banner (Klaro, CookieConsent) that an object is; undefined where it is none. */
export const consentSettings = (node: TSESTree.ObjectExpression, source: SourceCode): ConsentSettings | undefined => {
  if (!node.properties.some((one) => OWN.has(keyOf(one) ?? ''))) return undefined;
  const value = writtenValue(node, source);
  const banner = consentBanner(value as Readonly<Record<string, unknown>>, []);
  return banner === undefined ? undefined : { banner, at: (route) => writtenAt(node, route, source) };
};
