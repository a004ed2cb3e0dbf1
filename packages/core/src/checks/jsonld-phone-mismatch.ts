import type { FoundPhone } from '../link/found/found-phone.js';
import { filling, type Ruling } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import { rulingAt } from './ruling-at.js';

const isShown = ({ from, valid, placeholder, use }: FoundPhone): boolean =>
  (from === 'text' || from === 'tel-link') && valid === true && !placeholder && use !== 'fax';

/**
 * Numbers in the data for search engines (JSON-LD) that no page of the site shows, though it shows others. A comparison of two lists, which
 * assertions do not have. Linear in the numbers.
 */
export const jsonldPhoneMismatch: CodedCheck = {
  fills: new Set(['value', 'other']),
  asksForPhones: true,
  tellsOccasions: true,
  evaluate: (view, scope) =>
    scope.artefacts.flatMap((artefact): Ruling[] => {
      const { found } = view.graph.service.artefacts[artefact]!;
      const phones = (found as { readonly phones?: readonly FoundPhone[] } | undefined)?.phones ?? [];
      const shown = phones.filter(isShown);
      const numbers = new Set(shown.map(({ number }) => number));
      if (shown.length > 0 && phones.some(({ from }) => from === 'json-ld')) scope.meets(artefact);
      return phones.flatMap((phone): Ruling[] => {
        const { from, number, valid, placeholder, region, raw } = phone;
        if (from !== 'json-ld' || valid !== true || placeholder || numbers.has(number)) return [];
        const other = shown.find((one) => one.region === region);
        if (other === undefined) return [];
        return [rulingAt(artefact, phone, ['jsonld', raw], filling({ value: raw, other: other.raw.trim() }))];
      });
    }),
};
