import type { Artefact } from '../../model/artefact.js';
import { consentBanner, type Banner } from '../../model/consent/index.js';
import { standing } from '../../model/standing.js';
import type { Edge, Step } from '../../model/step.js';
import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';
import type { Reader, ReadResult } from '../reader.js';

const FORMAT = 'consent-config';
const TELLS =
  /hideDeclineAll|mustConsent|noticeAsModal|acceptAllBtn|acceptNecessaryBtn|consentModal|groupByPurpose|guiOptions|elementID["']?\s*:\s*["']?klaro|["']?\bad(?:_storage|_user_data)["']?\s*:\s*["']?(?:granted|denied)/u;
/** So deep in other settings may a configuration stand. */
const DEPTH = 5;

/** All configurations in a tree of settings; inside one nothing more is looked for. */
const bannersIn = (value: unknown, route: Route): readonly Banner[] => {
  if (route.length > DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => bannersIn(item, [...route, index]));
  if (!isMap(value)) return [];
  const banner = consentBanner(value, route);
  if (banner !== undefined) return [banner];
  return Object.entries(value).flatMap(([key, item]) => bannersIn(item, [...route, key]));
};

/** The banner as a page that asks: yes is one click away, no as many as the configuration makes it. */
const stepsOf = ({ reject }: Banner): { readonly steps: readonly Step[]; readonly edges: readonly Edge[] } => {
  if (reject === undefined) return { steps: [], edges: [] };
  const { route, how } = reject;
  const steps: Step[] = [
    { id: 'consent', kind: 'page', label: 'Cookies', data: { purpose: 'consent', task: 'consent' }, route },
    { id: 'accept', kind: 'act', label: 'Accept all', data: { task: 'accept' }, route },
  ];
  const edges: Edge[] = [{ from: 'consent', to: 'accept', on: 'choice', label: 'Accept all' }];
  if (how === 'beside') edges.push({ from: 'consent', to: 'reject', on: 'choice', label: 'Decline' });
  if (how === 'settings') {
    steps.push({ id: 'settings', kind: 'page', label: 'Settings', data: {}, route });
    edges.push({ from: 'consent', to: 'settings', on: 'choice', label: 'Settings' }, { from: 'settings', to: 'reject', on: 'choice', label: 'Save' });
  }
  if (how !== 'none') steps.push({ id: 'reject', kind: 'act', label: 'Decline', data: { task: 'reject' }, route });
  return { steps, edges };
};

const artefactOf = (banner: Banner, { source, syntax }: ParsedDocument, index: number): Artefact => {
  const fields = banner.boxes.map(({ name, checked, route }) =>
    standing({ name, type: 'checkbox', purpose: 'consent' as const, required: false, checked }, { route, shown: `“${name}”` }),
  );
  const form = standing({ purpose: 'other' as const, fields, extraRequired: [] }, { route: banner.route, shown: 'the choice of cookies' });
  const { steps, edges } = stepsOf(banner);
  return {
    kind: 'data',
    role: 'entry',
    channel: 'web',
    id: index === 0 ? 'consent' : `consent-${index + 1}`,
    name: 'Consent banner',
    keys: [],
    path: source.path,
    syntax,
    route: banner.route,
    ...(steps.length === 0 ? {} : { start: 'consent' }),
    steps,
    edges,
    utterances: [],
    values: { found: { forms: [form] } },
    format: FORMAT,
  };
};

const readConsent = (document: ParsedDocument): ReadResult | undefined => {
  if (document.problem !== undefined) return undefined;
  const banners = bannersIn(document.value, []);
  return banners.length === 0 ? undefined : { ok: true, artefacts: banners.map((banner, index) => artefactOf(banner, document, index)) };
};

/** Reads how a banner for cookies is set up, where that is data: Klaro, CookieConsent, the defaults of Google's consent mode. */
export const reader: Reader = {
  id: FORMAT,
  title: 'consent settings',
  mayClaim: ({ path, text }) => /\.(?:json|ya?ml)$/iu.test(path) && TELLS.test(text),
  read: readConsent,
};
