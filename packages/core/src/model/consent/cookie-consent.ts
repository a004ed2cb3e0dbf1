import type { Route } from '../../source/source.js';
import { isMap, textOf, type Values } from '../../source/values.js';
import type { Banner, Box } from './banner.js';

const isSaid = (value: unknown): boolean => textOf(value) !== undefined;

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
    if (!isMap(category) || category['readOnly'] === true) return [];
    return [
      { name, checked: category['enabled'] === true, route: [...route, 'categories', name, ...(category['enabled'] === true ? ['enabled'] : [])] },
    ];
  });
  return reject === undefined && boxes.length === 0 ? undefined : { ...(reject === undefined ? {} : { reject }), boxes, route };
};
