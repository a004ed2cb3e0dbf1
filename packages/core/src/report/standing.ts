import type { PackDocument } from '@carelint/policy-schema';
import type { PackStanding } from './report.js';

/** How a pack holds on a day; what each means stands in the schema of the report. */
export type Standing = PackStanding['standing'];

/** What a pack says of itself. */
export type PackFacts = Omit<PackDocument, 'rules'>;

/** Whether a pack stands for a law or a standard: such packs are judged beside the others and never make one of their rules quieter. */
export const isOfLaw = ({ status }: PackFacts): boolean => status !== undefined;

/** How a pack holds on a day (`2026-11-30`). Days in this form are in order as texts. */
export const standingOf = (pack: PackFacts, day: string): Standing => {
  const { status, 'in-force-from': from, 'adapt-by': adaptBy, 'in-force-until': until } = pack;
  if (status === undefined) return 'house';
  if (status === 'vacated' || (until !== undefined && day > until)) return 'over';
  if (status === 'preview' || (from !== undefined && day < from)) return 'coming';
  if (adaptBy !== undefined && day < adaptBy) return 'to-be-met';
  return status === 'voluntary' ? 'voluntary' : 'in-force';
};

const ADVICE_ONLY: readonly Standing[] = ['to-be-met', 'coming', 'over'];

/** Whether all that a pack finds is advice on that day, because the law does not hold then, or need not be met yet. */
export const isAdviceOnly = (standing: Standing): boolean => ADVICE_ONLY.includes(standing);

/** The same day a year later. */
const yearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;

/** A pack as the report tells of it. Of packs that stand for no law there is nothing to tell but the name. */
export const tellStanding = (pack: PackFacts, day: string): Omit<PackStanding, 'findings' | 'unknown'> => {
  const standing = standingOf(pack, day);
  const { title, jurisdiction, sector, source, sure } = pack;
  const facts = {
    jurisdiction,
    sector,
    appliesIf: pack['applies-if'],
    inForceFrom: pack['in-force-from'],
    adaptBy: pack['adapt-by'],
    inForceUntil: pack['in-force-until'],
    source,
    sure,
    checkedOn: pack['checked-on'],
    checkedLongAgo: pack['checked-on'] !== undefined && day > yearAfter(pack['checked-on']) ? (true as const) : undefined,
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<PackStanding>;
  return { pack: pack.pack, title, standing, ...(standing === 'house' ? {} : { judgedOn: day }), ...known };
};
