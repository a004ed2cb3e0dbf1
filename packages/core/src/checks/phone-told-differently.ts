import type { FoundPhone } from '../link/found/found-phone.js';
import { standingOf } from '../model/standing.js';
import { filling, type Ruling, type Scope } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import type { View } from '../policy/view.js';
import { rulingAt } from './ruling-at.js';

/** A number as one document tells it. */
interface Telling {
  readonly artefact: number;
  /** Of texts in several languages: the name that all of them share. */
  readonly family: string | undefined;
  readonly phone: FoundPhone;
  readonly path: string;
  /** The digits in every form in which another document may tell the same number. */
  readonly forms: readonly string[];
}

/**
 * One number, told differently in two places by a slip: two languages of the same text tell it with one digit changed, missing, too many or swapped;
 * or two documents of any kind tell numbers that differ by two neighbouring digits that are swapped. Numbers that differ by more may be meant for other
 * customers, and so may those of neighbouring lines; one that cannot be dialled, or whose link dials another, has its own rule. A comparison of
 * values of several documents, which assertions do not have. Linear in the numbers.
 */
export const phoneToldDifferently: CodedCheck = {
  fills: new Set(['value', 'other']),
  asksForPhones: true,
  readsFoundOnly: true,
  tellsOccasions: true,
  evaluate: (view, scope) => {
    const tellings = tellingsOf(view, scope);
    if (tellings.length > 1) for (const { artefact, path } of tellings) scope.meets(artefact, path);
    const counts = new Map<string, number>();
    for (const { phone } of tellings) counts.set(countKey(phone), (counts.get(countKey(phone)) ?? 0) + 1);
    const slips = [...groupsOf(tellings).values()].flatMap((group) => slipsIn(group, counts));
    const told = new Set(slips.map(([one]) => one));
    return [...slips, ...swapsIn(tellings, counts).filter(([one]) => !told.has(one))].map(([one, other]) => ruling(one, other));
  },
};

/** More languages than any text has. */
const MOST = 100;

const countKey = ({ number, raw }: FoundPhone): string => number ?? raw.replace(/\D/gu, '');

const tellingsOf = (view: View, scope: Scope): readonly Telling[] =>
  scope.artefacts.flatMap((artefact) => {
    const { family, found, path } = view.graph.service.artefacts[artefact]!;
    const phones = (found as { readonly phones?: readonly FoundPhone[] } | undefined)?.phones ?? [];
    return phones
      .filter(({ placeholder }) => !placeholder)
      .map((phone) => ({ artefact, family, phone, path: standingOf(phone)?.path ?? path, forms: formsOf(phone) }));
  });

/** Numbers under the same key of the same texts. The second under a key is compared with the second of the other languages. */
const groupsOf = (tellings: readonly Telling[]): ReadonlyMap<string, readonly Telling[]> => {
  const groups = new Map<string, Telling[]>();
  const seen = new Map<string, number>();
  for (const telling of tellings) {
    const { artefact, family, phone } = telling;
    if (family === undefined || phone.key === undefined) continue;
    const own = JSON.stringify([artefact, phone.key]);
    const nth = seen.get(own) ?? 0;
    seen.set(own, nth + 1);
    const id = JSON.stringify([family, phone.key, nth]);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    if (group.length < MOST) group.push(telling);
  }
  return groups;
};

/** The same digits with each two neighbours swapped in turn. */
const swapped = (number: string): readonly string[] =>
  Array.from({ length: number.length - 1 }, (_, at) => number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2));

/** Numbers of two documents of which one is the other with two digits swapped; a document that tells both means both. */
const swapsIn = (tellings: readonly Telling[], counts: ReadonlyMap<string, number>): readonly (readonly [Telling, Telling])[] => {
  const byNumber = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const { number, valid } = telling.phone;
    if (number === undefined || valid !== true || hasItsOwnRule(telling.phone)) continue;
    const list = byNumber.get(number);
    if (list === undefined) byNumber.set(number, [telling]);
    else list.push(telling);
  }
  const order = new Map([...byNumber.keys()].map((number, at) => [number, at]));
  return [...byNumber].flatMap(([number, own]) => {
    const other = swapped(number).find((there) => {
      const [mine, theirs] = [counts.get(number) ?? 0, counts.get(there) ?? 0];
      return there !== number && byNumber.has(there) && (theirs > mine || (theirs === mine && order.get(there)! < order.get(number)!));
    });
    const there = other === undefined ? [] : byNumber.get(other)!;
    const both = new Set(there.map(({ path }) => path));
    return there[0] === undefined || own.some(({ path }) => both.has(path)) ? [] : own.map((one) => [one, there[0]!] as const);
  });
};

/** With and without a calling code, with and without the digit that is dialled before a number inside its country. */
const formsOf = ({ raw, number }: FoundPhone): readonly string[] => {
  const digits = raw.replace(/\D/gu, '');
  const forms = [digits, digits.replace(/^0{1,2}/u, '')];
  const abroad = raw.trim().startsWith('+') ? digits : number?.slice(1);
  if (abroad !== undefined) forms.push(abroad, ...[1, 2, 3].flatMap((length) => [abroad.slice(length), abroad.slice(length).replace(/^0/u, '')]));
  return [...new Set(forms)].filter((form) => form.length >= 6);
};

/** Whether one digit makes the difference: changed, missing, too many, or swapped with its neighbour. */
const isSlip = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
};

const isSame = (a: Telling, b: Telling): boolean => a.forms.some((form) => b.forms.includes(form));
const differByOne = (a: Telling, b: Telling): boolean => {
  const [own, other] = [a.phone.number, b.phone.number];
  if (own !== undefined && other !== undefined) return isSlip(own, other);
  return a.forms.some((form) => b.forms.some((there) => isSlip(form, there)));
};

/** How often a number is told: in the languages of the same text, and then anywhere. */
type Weight = readonly [here: number, anywhere: number];

const isHeavier = (a: Weight, b: Weight): boolean => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
const isEqual = (a: Weight, b: Weight): boolean => a[0] === b[0] && a[1] === b[1];

/** Whether another rule speaks of the number itself: it cannot be dialled, or its link dials another one. */
const hasItsOwnRule = ({ valid, differs }: FoundPhone): boolean => valid === false || differs === true;

/** Of each slip the number that is told less often; where both are told as often, the one that comes later. */
const slipsIn = (group: readonly Telling[], counts: ReadonlyMap<string, number>): readonly (readonly [Telling, Telling])[] => {
  const weights = group.map((one): Weight => [group.filter((other) => isSame(one, other)).length, counts.get(countKey(one.phone)) ?? 0]);
  return group.flatMap((told, at) => {
    if (hasItsOwnRule(told.phone)) return [];
    const own = weights[at]!;
    const other = group.find(
      (there, index) =>
        !hasItsOwnRule(there.phone) &&
        !isSame(told, there) &&
        differByOne(told, there) &&
        (isHeavier(weights[index]!, own) || (isEqual(weights[index]!, own) && index < at)),
    );
    return other === undefined ? [] : [[told, other] as const];
  });
};

const ruling = ({ artefact, phone, path }: Telling, other: Telling): Ruling =>
  rulingAt(artefact, phone, ['phones', path, phone.key ?? '', phone.raw], filling({ value: phone.raw, other: `${other.phone.raw} (${other.path})` }));
