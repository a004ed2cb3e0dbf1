import type { Artefact } from '../../model/artefact.js';
import { standingOf } from '../../model/standing.js';
import type { Fact, KnownNumbers } from './fact.js';
import { factsOfDocument } from './facts-of-document.js';
import { factsOfTexts } from './facts-of-texts.js';
import type { FoundPhone } from './found-phone.js';
import type { PhoneLibrary } from './phone-library.js';

/** Whether an artefact may state facts: a cheap look. */
export const mayStateFacts = ({ kind, format, statements, phones }: Artefact): boolean =>
  kind === 'operations' ||
  kind === 'site' ||
  format === 'native' ||
  (statements !== undefined && statements.length > 0) ||
  (phones !== undefined && phones.length > 0);

/** The country in which numbers without a calling code are read. */
const countryOf = ({ country }: Artefact, assumed: string | undefined): string | undefined => assumed ?? country;

/** The facts that an artefact states, each with its place. Linear in its texts. */
export const factsOf = (
  artefact: Artefact,
  phones: () => readonly FoundPhone[],
  library: PhoneLibrary | undefined,
  assumedCountry: string | undefined,
): readonly Fact[] => {
  const country = countryOf(artefact, assumedCountry);
  const numberOf = (written: string): string | undefined => {
    const parsed = library?.parse(written, country);
    return parsed?.valid === true ? parsed.number : undefined;
  };
  const numbers: KnownNumbers = { phones: library === undefined ? [] : phones(), placeOf: standingOf, numberOf };
  return [...factsOfDocument(artefact, numbers), ...factsOfTexts(artefact, numbers)];
};
