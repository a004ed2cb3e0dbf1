import type { Artefact, Utterance } from '../../model/artefact.js';
import type { PhoneCandidate } from '../../model/phone.js';
import { hasNumberLike, numbersLikeIn } from '../../model/number-like.js';
import { standing } from '../../model/standing.js';
import type { Step } from '../../model/step.js';
import { foundPhone, type FoundPhone, type Home } from './found-phone.js';
import type { PhoneLibrary } from './phone-library.js';

/** So much text before and after a number is looked at. */
const NEAR = 200;

/** Words that a customer hears or reads, or that tell staff what to say. */
const mayTell = ({ text, speaker }: Utterance): boolean => text !== undefined && speaker !== 'customer' && hasNumberLike(text);

const saidIn = (utterance: Utterance): PhoneCandidate[] => {
  const { text = '', route, step, path } = utterance;
  return numbersLikeIn(text).map(({ raw, start, end }) => ({
    raw,
    route,
    from: 'text',
    visible: true,
    near: text.slice(Math.max(0, start - NEAR), end + NEAR),
    ...(step === undefined ? {} : { step }),
    ...(path === undefined ? {} : { path }),
  }));
};

/** Numbers that a step dials or gives out; what is dialled for the customer they do not see. */
const dialledBy = ({ id, kind, data, route, path }: Step): PhoneCandidate[] => {
  const number = kind === 'transfer' && data.to === 'number' ? data.targetName : kind === 'person' ? data['directNumber'] : undefined;
  if (typeof number !== 'string') return [];
  return [{ raw: number, route, from: 'value', visible: false, near: '', step: id, ...(path === undefined ? {} : { path }) }];
};

/** Whether anything in an artefact may be a phone number: a cheap look. */
export const mayHavePhones = ({ phones, utterances, steps }: Artefact): boolean =>
  (phones !== undefined && phones.length > 0) ||
  (phones === undefined && utterances.some(mayTell)) ||
  steps.some((step) => dialledBy(step).length > 0);

/** All that may be a number. A reader that collects candidates itself has seen the texts too. */
export const candidatesOf = ({ phones, utterances, steps }: Artefact): readonly PhoneCandidate[] => [
  ...(phones ?? utterances.filter(mayTell).flatMap(saidIn)),
  ...steps.flatMap(dialledBy),
];

/** The region that a language tag names: `GB` of `en-GB`, `CH` of `de-Latn-CH`. */
const regionOf = (tag: string | undefined): string | undefined =>
  /^[a-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Za-z]{2})(?![A-Za-z])/u.exec(tag ?? '')?.[1]?.toUpperCase();

/** Where national numbers of an artefact are at home: the config says, else the document, else the region of its language. */
const homeOf = ({ country, language }: Artefact, assumed: string | undefined): Home => {
  const stated = (assumed ?? country)?.toUpperCase();
  if (stated !== undefined) return { country: stated, isStated: country === undefined || country.toUpperCase() === stated };
  const region = regionOf(language);
  return region === undefined ? { isStated: false } : { country: region, isStated: false };
};

const keyOf = ({ route }: PhoneCandidate): string =>
  (route.findLast((key) => typeof key === 'string') ?? '').replace(/[_-]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');

/** The phone numbers of an artefact, each with the place where it stands. */
export const phonesOf = (artefact: Artefact, library: PhoneLibrary, assumedCountry: string | undefined): readonly FoundPhone[] => {
  const home = homeOf(artefact, assumedCountry);
  const found = candidatesOf(artefact).flatMap((candidate) => {
    const phone = foundPhone(candidate, home, candidate.from === 'value' ? keyOf(candidate) : '', library);
    return phone === undefined ? [] : [{ candidate, phone }];
  });
  const tapped = new Set(found.flatMap(({ phone }) => (phone.from === 'tel-link' && phone.number !== undefined ? [phone.number] : [])));
  const labels = found.flatMap(({ candidate: { label, path }, phone }) =>
    label === undefined ? [] : [{ label, path, differs: phone.differs === true }],
  );
  const isIn = ({ raw, from, path }: PhoneCandidate, differs: boolean): boolean =>
    from === 'text' && labels.some((one) => one.differs === differs && one.path === path && one.label.includes(raw));
  return (
    found
      // The words of a link are the link once more, unless it dials another number: then they are a number of their own, which can be tapped all the same.
      .filter(({ candidate }) => !isIn(candidate, false))
      .map(({ candidate, phone }) => {
        const { route, path } = candidate;
        const linked = phone.from === 'tel-link' || (phone.number !== undefined && tapped.has(phone.number)) || isIn(candidate, true);
        return standing({ ...phone, linked }, { route, shown: phone.raw.trim(), ...(path === undefined ? {} : { path }) });
      })
  );
};
