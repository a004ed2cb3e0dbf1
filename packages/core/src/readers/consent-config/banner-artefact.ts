import type { Artefact } from '../../model/artefact.js';
import type { Banner } from '../../model/consent/index.js';
import { unread } from '../../model/partly.js';
import { standing, type Standing } from '../../model/standing.js';
import type { Edge, Step } from '../../model/step.js';
import type { Route } from '../../source/source.js';

/** Where what a route of the settings leads to is written. */
export type PlaceOfRoute = (route: Route) => Pick<Standing, 'route' | 'path'>;

/** The banner as a page that asks: yes is one click away, no as many as the configuration makes it. */
const stepsOf = ({ reject }: Banner, placeOf: PlaceOfRoute): { readonly steps: readonly Step[]; readonly edges: readonly Edge[] } => {
  if (reject === undefined) return { steps: [], edges: [] };
  const { how } = reject;
  const place = placeOf(reject.route);
  const steps: Step[] = [
    { id: 'consent', kind: 'page', label: 'Cookies', data: { purpose: 'consent', task: 'consent' }, ...place },
    { id: 'accept', kind: 'act', label: 'Accept all', data: { task: 'accept' }, ...place },
  ];
  const edges: Edge[] = [{ from: 'consent', to: 'accept', on: 'choice', label: 'Accept all' }];
  if (how === 'beside') edges.push({ from: 'consent', to: 'reject', on: 'choice', label: 'Decline' });
  if (how === 'settings') {
    steps.push({ id: 'settings', kind: 'page', label: 'Settings', data: {}, ...place });
    edges.push({ from: 'consent', to: 'settings', on: 'choice', label: 'Settings' }, { from: 'settings', to: 'reject', on: 'choice', label: 'Save' });
  }
  if (how !== 'none') steps.push({ id: 'reject', kind: 'act', label: 'Decline', data: { task: 'reject' }, ...place });
  return { steps, edges };
};

/** A banner as an artefact; `index` tells those of one file apart. */
export const bannerArtefact = (
  banner: Banner,
  placeOf: PlaceOfRoute,
  { path, syntax, format }: Pick<Artefact, 'path' | 'syntax' | 'format'>,
  index: number,
): Artefact => {
  const fields = banner.boxes.map(({ name, checked, open, route }) =>
    standing(
      { name, type: 'checkbox', purpose: 'consent' as const, required: false, checked: open === undefined ? checked : unread(open) },
      { ...placeOf(route), shown: `“${name}”` },
    ),
  );
  const form = standing({ purpose: 'other' as const, fields, extraRequired: [] }, { ...placeOf(banner.route), shown: 'the choice of cookies' });
  const { steps, edges } = stepsOf(banner, placeOf);
  return {
    kind: 'data',
    role: 'entry',
    channel: 'web',
    id: index === 0 ? 'consent' : `consent-${index + 1}`,
    name: 'Consent banner',
    keys: [],
    path,
    syntax,
    route: placeOf(banner.route).route,
    ...(steps.length === 0 ? {} : { start: 'consent' }),
    steps,
    edges,
    utterances: [],
    values: { found: { forms: [form] } },
    format,
  };
};
