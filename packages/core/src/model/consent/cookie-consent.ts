import type { Route } from '../../source/source.js';
import { isMap, textOf, type Values } from '../../source/values.js';
import { isUnread, valueAt, whyPartly } from '../partly.js';
import { whyOpen, type Banner, type Box } from './banner.js';

/** Whether a button has words; one whose words are worked out by code has some. */
const isSaid = (value: unknown): boolean => textOf(value) !== undefined || isUnread(value);

/** The first layer, in the language that comes first. */
const firstLayer = (value: Values, route: Route): { readonly modal: Values; readonly layer: Values; readonly route: Route } | undefined => {
  if (isMap(value['consentModal'])) return { modal: value['consentModal'], layer: value, route: [...route, 'consentModal'] };
  const language = isMap(value['language']) ? value['language'] : undefined;
  const translations = isMap(language?.['translations']) ? language['translations'] : {};
  for (const [tag, texts] of Object.entries(translations)) {
    if (isMap(texts) && isMap(texts['consentModal'])) {
      return { modal: texts['consentModal'], layer: texts, route: [...route, 'language', 'translations', tag, 'consentModal'] };
    }
  }
  return undefined;
};

const rejectIn = (value: Values, route: Route): Banner['reject'] => {
  const first = firstLayer(value, route);
  // Without a button that accepts it asks nothing, or it is no configuration of ours.
  if (first === undefined || !isSaid(first.modal['acceptAllBtn'])) return undefined;
  // What may stand among settings that were not read is not missing.
  const isWhole = whyPartly(first.modal) === undefined;
  if (!isWhole && first.modal['acceptNecessaryBtn'] === undefined) return undefined;
  if (isSaid(first.modal['acceptNecessaryBtn'])) return { how: 'beside', route: first.route };
  return { how: isSaid(first.modal['showPreferencesBtn']) ? 'settings' : 'none', route: first.route };
};

/** CookieConsent (vanilla-cookieconsent), version 3: its configuration, or the texts of one language. See https://cookieconsent.orestbida.com/reference/configuration-reference.html. */
export const cookieConsent = (value: Values, route: Route): Banner | undefined => {
  const reject = rejectIn(value, route);
  const categories = isMap(value['categories']) ? value['categories'] : {};
  const isOurs = reject !== undefined || isMap(value['guiOptions']) || (isMap(value['language']) && isMap(value['language']['translations']));
  if (!isOurs) return undefined;
  const boxes = Object.entries(categories).flatMap(([name, category]): Box[] => {
    const [isFixed, enabled] = isMap(category) ? [valueAt(category, 'readOnly'), valueAt(category, 'enabled')] : [];
    if (!isMap(category) || isUnread(category) || isFixed === true) return [];
    const at = enabled === true ? ['enabled'] : [];
    return [{ name, checked: enabled === true, ...whyOpen(isFixed, enabled), route: [...route, 'categories', name, ...at] }];
  });
  return reject === undefined && boxes.length === 0 ? undefined : { ...(reject === undefined ? {} : { reject }), boxes, route };
};
