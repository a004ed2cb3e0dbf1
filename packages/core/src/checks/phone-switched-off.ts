import type { FoundPhone } from '../link/found/found-phone.js';
import { standingOf } from '../model/standing.js';
import { filling, type Ruling } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import type { View } from '../policy/view.js';
import { rulingAt } from './ruling-at.js';

/** What the settings of a site derive, as far as this check asks. */
interface Derived {
  readonly phones: readonly FoundPhone[];
  readonly switches?: readonly { readonly of: string; readonly on: boolean }[];
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '');

const derivedOf = (view: View, artefact: number): Derived | undefined => view.graph.service.artefacts[artefact]!.found as Derived | undefined;

/** A number of a site that customers could be given: it can be dialled as far as can be seen, and is no fax. */
const canBeGiven = ({ placeholder, valid, use }: FoundPhone): boolean => !placeholder && valid !== false && use !== 'fax';

/**
 * Settings that hide the phone number of a site, though its data have one: the number is there, and nobody is to see it. A site without a number has
 * nothing to hide. The setting and the number stand in two documents, below one folder, which assertions cannot join.
 */
export const phoneSwitchedOff: CodedCheck = {
  fills: new Set(['value', 'other']),
  asksForPhones: true,
  readsFoundOnly: true,
  tellsOccasions: true,
  evaluate: (view, scope) => {
    const ofSites = scope.artefacts.filter((artefact) => ['data', 'site'].includes(view.graph.service.artefacts[artefact]!.kind));
    const numbers = ofSites.flatMap((artefact) => {
      const phone = derivedOf(view, artefact)?.phones.find(canBeGiven);
      return phone === undefined ? [] : [{ phone, path: view.graph.service.artefacts[artefact]!.path }];
    });
    return ofSites.flatMap((artefact): Ruling[] => {
      const { path } = view.graph.service.artefacts[artefact]!;
      const hidden = numbers.find((number) => number.path.startsWith(folderOf(path)));
      if (hidden === undefined) return [];
      const switches = (derivedOf(view, artefact)?.switches ?? []).filter(({ of }) => of === 'phone');
      if (switches.length > 0) scope.meets(artefact);
      return switches.flatMap((setting): readonly Ruling[] => {
        if (setting.on) return [];
        const { shown } = standingOf(setting) ?? {};
        const fill = filling({ value: shown ?? 'a setting', other: `${hidden.phone.raw} (${hidden.path})` });
        return [rulingAt(artefact, setting, ['switches', shown ?? ''], fill)];
      });
    });
  },
};
