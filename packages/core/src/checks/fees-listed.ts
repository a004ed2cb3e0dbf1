import { statedFacts, type Fact } from '../link/found/fact.js';
import type { PriceList } from '../model/site.js';
import { standingOf } from '../model/standing.js';
import { filling, type Ruling, type Scope } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import type { View } from '../policy/view.js';
import { organisations } from './organisation.js';

type Fee = Extract<Fact, { fact: 'fee' }>;

/** A page that tells prices, with all its words. */
interface Page {
  readonly path: string;
  readonly words: string;
}

/**
 * Fees that are laid down with the page on which customers read of them (`told-where`), and that this page does not tell: neither by name nor by
 * amount, though it tells another fee of the same document. Where the page is not in view, or tells none of the fees, nothing is known. What one
 * document has and another has not is beyond assertions. Linear in fees times price pages of one organisation.
 */
export const feesListed: CodedCheck = {
  fills: new Set(['value', 'other']),
  readsFoundOnly: true,
  tellsOccasions: true,
  evaluate: (view, scope) => {
    const { artefacts } = view.graph.service;
    const organisationOf = organisations(artefacts);
    const pages = pagesOf(view, scope);
    if (pages.length === 0) return [];
    return scope.artefacts.flatMap((artefact): readonly Ruling[] => {
      const { kind, path } = artefacts[artefact]!;
      const own = organisationOf(path);
      if (kind !== 'operations' || own === undefined) return [];
      const fees = statedFacts(artefacts[artefact]!).filter((fact): fact is Fee => fact.fact === 'fee');
      return pages
        .filter((page) => organisationOf(page.path) === own)
        .flatMap((page) => {
          const here = fees.filter(({ value: { toldAt } }) => toldAt !== undefined && stemOf(toldAt) === stemOf(page.path));
          if (here.length > 0) scope.meets(artefact);
          const isTheList = here.some((fee) => isNamed(fee, page) && hasAmount(fee, page));
          return isTheList ? here.filter((fee) => !isNamed(fee, page) && !hasAmount(fee, page)).map((fee) => ruling(fee, artefact, page)) : [];
        });
    });
  },
};

const pagesOf = (view: View, scope: Scope): readonly Page[] =>
  scope.artefacts.flatMap((artefact) => {
    const { found, path } = view.graph.service.artefacts[artefact]!;
    const lists = (found as { readonly prices?: readonly PriceList[] } | undefined)?.prices ?? [];
    return lists.map((list) => ({ path: standingOf(list)?.path ?? path, words: list.words.toLowerCase() }));
  });

/** `/prices`, `https://example.com/prices/` and `site/prices/index.html` are one. */
const stemOf = (address: string): string => {
  const parts = address
    .toLowerCase()
    .replace(/[?#].*$/u, '')
    .replace(/(?:\/index)?\.\w{2,5}$/u, '')
    .split('/')
    .filter((part) => part !== '');
  return parts.at(-1) ?? '';
};

const isNamed = ({ subject }: Fee, { words }: Page): boolean =>
  subject
    .slice('fee:'.length)
    .split(' ')
    .every((word) => words.includes(word));

const hasAmount = ({ value: { amount } }: Fee, { words }: Page): boolean => {
  const whole = String(Math.trunc(amount));
  const cents = amount.toFixed(2).split('.')[1] ?? '00';
  return new RegExp(`(?<![\\d.,])${whole}${cents === '00' ? '(?:[.,]00)?' : `[.,]${cents}`}(?![\\d]|[.,]\\d)`, 'u').test(words);
};

const ruling = (fee: Fee, artefact: number, page: Page): Ruling => ({
  outcome: 'broken',
  artefact,
  route: standingOf(fee)?.route ?? [],
  journey: [],
  identity: ['fees', fee.subject, page.path],
  fill: filling({ value: `${fee.subject.slice('fee:'.length)} (${fee.written})`, other: page.path }),
});
