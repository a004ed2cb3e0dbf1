import type { Route } from '../../source/source.js';
import type { Values } from '../../source/values.js';
import { whyPartly } from '../partly.js';
import { whyOpen, type Banner } from './banner.js';

/** What visitors must agree to; the other kinds of storage serve the working of the site. */
const ASKED = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];

/**
 * Google consent mode: what holds before anybody was asked. Only defaults count: an update is what happens after a click. Defaults for some regions
 * may leave out those in which consent is asked.
 */
export const consentMode = (value: Values, route: Route): Banner | undefined => {
  if (
    !ASKED.some((name) => value[name] === 'granted' || value[name] === 'denied') ||
    Object.hasOwn(value, 'region') ||
    whyPartly(value) !== undefined
  )
    return undefined;
  if (
    !route.some((key) => typeof key === 'string' && /default/iu.test(key)) ||
    route.some((key) => typeof key === 'string' && /update|accept|grant/iu.test(key))
  )
    return undefined;
  const boxes = ASKED.filter((name) => Object.hasOwn(value, name)).map((name) => ({
    name,
    checked: value[name] === 'granted',
    ...whyOpen(value[name]),
    route: [...route, name],
  }));
  return { boxes, route };
};
