import { nearest } from '@carelint/policy-schema';
import { isMap, listOf, type Values } from '../../source/values.js';
import type { NotSeen } from '../../model/step.js';
import type { Written } from './outline.js';
import type { Slip } from './targets.js';

/** Sections whose entries name a team. */
const NAMING = ['pay', 'measures', 'authority', 'hours', 'special-care'] as const;

const plain = (name: unknown): string => String(name).replace(/\s+/gu, ' ').trim().toLowerCase();

/** The entries of a section that are blocks, with their places in the list. */
const entriesOf = (document: Written, section: string): readonly (readonly [number, Values])[] =>
  listOf(document[section]).flatMap((entry, index) => (isMap(entry) ? [[index, entry] as const] : []));

/** What is known of the teams of an operations document, from all its sections. */
export class Teams {
  readonly #does = new Map<string, unknown>();
  readonly #facts = new Map<string, Values>();
  readonly #names: readonly string[];

  constructor(document: Written) {
    const teams = entriesOf(document, 'teams');
    this.#names = teams.map(([, { team }]) => String(team));
    for (const [, { team, does }] of teams) this.#does.set(plain(team), does);
    const told = {
      'paid-for': gathered(document, 'pay', ({ rewards }) => [rewards]),
      'measured-by': gathered(document, 'measures', ({ measure }) => [measure]),
      decides: gathered(document, 'authority', ({ may, ...entry }) => (may === undefined ? undefined : givesNothing(entry) ? [] : [may])),
    };
    for (const name of this.#does.keys()) {
      const facts = Object.entries(told).flatMap(([key, byTeam]) =>
        byTeam.has(name) || byTeam.has(EVERYBODY) ? [[key, [...(byTeam.get(name) ?? []), ...(byTeam.get(EVERYBODY) ?? [])]] as const] : [],
      );
      this.#facts.set(name, Object.fromEntries(facts));
    }
  }

  /** What a team is for; not seen where the document names it without describing it. */
  doesOf(team: unknown): unknown {
    const why: NotSeen = { unknown: `\`teams\` does not say what the team “${String(team)}” is for` };
    return this.#does.get(plain(team)) ?? why;
  }

  /**
   * What other sections (pay, measures, authority) say of a team: `paid-for`, `measured-by` and `decides`, each a list, and each only where the
   * section names the team. A measure that names no team holds for all of them. A limit of nothing is no decision.
   */
  factsOf(team: unknown): Values {
    return this.#facts.get(plain(team)) ?? {};
  }

  /** Names of teams that are probably misspelt: nothing under `teams` is called so, but something nearly is. */
  slipsIn(document: Written): readonly Slip[] {
    if (this.#names.length === 0) return [];
    const answers = new Map<string, string | undefined>();
    return NAMING.flatMap((section) =>
      entriesOf(document, section).flatMap(([index, { team }]): readonly Slip[] => {
        if (typeof team !== 'string' || this.#does.has(plain(team))) return [];
        if (!answers.has(team)) answers.set(team, nearest(team, this.#names.slice(0, MOST_COMPARED)));
        const meant = answers.get(team);
        const message = `\`teams\` has no team called \`${team}\`. Did you mean \`${String(meant)}\`?`;
        return meant === undefined ? [] : [{ route: [section, index, 'team'], atKey: false, message }];
      }),
    );
  }
}

/** What names no team holds for all. No team is called so: names have no blanks around them. */
const EVERYBODY = ' ';

/** Nobody has more teams than this; a hostile document may say so. */
const MOST_COMPARED = 200;

/** What the entries of a section give, by the team they name. */
const gathered = (document: Written, section: string, pick: (entry: Values) => readonly unknown[] | undefined): ReadonlyMap<string, unknown[]> => {
  const found = new Map<string, unknown[]>();
  for (const [, entry] of entriesOf(document, section)) {
    const values = pick(entry);
    if (values === undefined) continue;
    const name = entry['team'] === undefined ? EVERYBODY : plain(entry['team']);
    const list = found.get(name);
    if (list === undefined) found.set(name, [...values]);
    else list.push(...values);
  }
  return found;
};

/** A limit of nothing: what is allowed on paper only. */
const givesNothing = ({ 'up-to': limit }: Values): boolean => typeof limit === 'string' && /^0+(?:\.0+)? /u.test(limit);
