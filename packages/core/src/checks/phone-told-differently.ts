import type { FoundPhone } from '../link/found/found-phone.js';
import { standingOf } from '../model/standing.js';
import { filling, type Ruling, type Scope } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import type { View } from '../policy/view.js';

/** A number as one document tells it. */
interface Telling {
  readonly artefact: number;
  readonly phone: FoundPhone;
  readonly path: string;
  /** The digits in every form in which another document may tell the same number. */
  readonly forms: readonly string[];
}

/**
 * Numbers that two languages of the same text tell with one digit changed, missing, too many or swapped: one of the two is a slip. Numbers that differ
 * by more may be meant for other customers, and one that cannot be dialled at all has its own rule. A comparison of values of several
 * documents, which assertions do not have. Linear in the numbers: only those under the same key of the same texts are compared.
 */
export const phoneToldDifferently: CodedCheck = {
  fills: new Set(['value', 'other']),
  asksForPhones: true,
  evaluate: (view, scope) => [...groupsOf(view, scope).values()].flatMap((group) => slipsIn(group).map(([told, other]) => ruling(told, other))),
};

/** More languages than any text has. */
const MOST = 100;

const groupsOf = (view: View, scope: Scope): ReadonlyMap<string, readonly Telling[]> => {
  const groups = new Map<string, Telling[]>();
  for (const artefact of scope.artefacts) {
    const { family, found, path } = view.graph.service.artefacts[artefact]!;
    if (family === undefined || found === undefined) continue;
    const seen = new Map<string, number>();
    for (const phone of (found as { readonly phones: readonly FoundPhone[] }).phones) {
      if (phone.key === undefined || phone.placeholder) continue;
      // The second number under a key is compared with the second of the other languages.
      const nth = seen.get(phone.key) ?? 0;
      seen.set(phone.key, nth + 1);
      const id = JSON.stringify([family, phone.key, nth]);
      const group = groups.get(id) ?? [];
      groups.set(id, group);
      if (group.length < MOST) group.push({ artefact, phone, path, forms: formsOf(phone) });
    }
  }
  return groups;
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

/** Of each slip the number that fewer languages tell; where as many tell each, the one that comes later. */
const slipsIn = (group: readonly Telling[]): readonly (readonly [Telling, Telling])[] => {
  const sides = group.map((one) => group.filter((other) => isSame(one, other)).length);
  return group.flatMap((told, at) => {
    const other = group.findIndex(
      (there, index) =>
        !isSame(told, there) && differByOne(told, there) && (sides[index]! > sides[at]! || (sides[index] === sides[at] && index < at)),
    );
    return other < 0 || told.phone.valid === false ? [] : [[told, group[other]!] as const];
  });
};

const ruling = ({ artefact, phone, path }: Telling, other: Telling): Ruling => {
  const stands = standingOf(phone);
  return {
    outcome: 'broken',
    artefact,
    route: stands?.route ?? [],
    ...(stands?.path === undefined ? {} : { path: stands.path }),
    journey: [],
    identity: ['phones', path, phone.key ?? '', phone.raw],
    fill: filling({ value: phone.raw, other: `${other.phone.raw} (${other.path})` }),
  };
};
