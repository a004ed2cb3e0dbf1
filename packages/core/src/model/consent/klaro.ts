import type { Route } from '../../source/source.js';
import { isMap, listOf, textOf, type Values } from '../../source/values.js';
import { isUnread, valueAt } from '../partly.js';
import { whyOpen, type Banner, type Box } from './banner.js';

const OWN = [
  'hideDeclineAll',
  'mustConsent',
  'noticeAsModal',
  'acceptAll',
  'elementID',
  'groupByPurpose',
  'storageMethod',
  'cookieExpiresAfterDays',
  'privacyPolicy',
  'hideLearnMore',
];
const OF_A_SERVICE = ['purposes', 'cookies', 'default', 'required', 'optOut', 'onlyOnce', 'title', 'callback'];

const hasAny = (value: Values, keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(value, key));

/** The list of services, under its name of today or the older one. */
const listIn = (value: Values): readonly [string, readonly unknown[]] | undefined => {
  for (const name of ['services', 'apps']) {
    const list = listOf(value[name]);
    const seen = list.filter((item) => !isUnread(item));
    if (seen.length > 0 && seen.every((item) => isMap(item) && textOf(item['name']) !== undefined && hasAny(item, OF_A_SERVICE))) return [name, list];
  }
  return undefined;
};

/**
 * Klaro. A service is on before anybody agreed by its own `default`, else by that of all; one that is `required` asks nobody. `optOut` loads it before
 * consent. See https://klaro.org/docs/integration/annotated-configuration.
 */
export const klaro = (value: Values, route: Route): Banner | undefined => {
  const services = listIn(value);
  const isNamed = route.some((key) => typeof key === 'string' && /klaro/iu.test(key));
  if (services === undefined || !(isNamed || hasAny(value, OWN))) return undefined;
  const [name, list] = services;
  const boxes = list.flatMap((item, index): Box[] => {
    if (!isMap(item) || isUnread(item) || item['required'] === true || value['required'] === true) return [];
    const on = ['default', 'optOut'].find((key) => item[key] === true);
    const byAll = valueAt(item, 'default') === undefined && value['default'] === true;
    const open = whyOpen(
      valueAt(item, 'required'),
      valueAt(value, 'required'),
      ...(on === undefined && !byAll ? [valueAt(item, 'default'), valueAt(item, 'optOut'), valueAt(value, 'default')] : []),
    );
    const at = on === undefined ? [] : [on];
    return [
      {
        name: textOf(item['title']) ?? textOf(item['name']) ?? name,
        checked: on !== undefined || byAll,
        ...open,
        route: byAll && on === undefined ? [...route, 'default'] : [...route, name, index, ...at],
      },
    ];
  });
  if (boxes.length === 0) return undefined;
  const hidden = valueAt(value, 'hideDeclineAll');
  if (isUnread(hidden)) return { boxes, route };
  const isHidden = hidden === true;
  return { reject: { how: isHidden ? 'settings' : 'beside', route: isHidden ? [...route, 'hideDeclineAll'] : route }, boxes, route };
};
