import { consentBanner, type Banner } from '../../model/consent/index.js';
import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';
import type { Reader, ReadResult } from '../reader.js';
import { bannerArtefact } from './banner-artefact.js';

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

const readConsent = (document: ParsedDocument): ReadResult | undefined => {
  if (document.problem !== undefined) return undefined;
  const banners = bannersIn(document.value, []);
  return banners.length === 0
    ? undefined
    : {
        ok: true,
        artefacts: banners.map((banner, index) =>
          bannerArtefact(banner, (route) => ({ route }), { path: document.source.path, syntax: document.syntax, format: FORMAT }, index),
        ),
      };
};

/** Reads how a banner for cookies is set up, where that is data: Klaro, CookieConsent, the defaults of Google's consent mode. */
export const reader: Reader = {
  id: FORMAT,
  title: 'consent settings',
  mayClaim: ({ path, text }) => /\.(?:json|ya?ml)$/iu.test(path) && TELLS.test(text),
  read: readConsent,
};
