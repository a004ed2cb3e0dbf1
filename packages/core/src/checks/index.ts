import type { CodedCheck } from '../policy/coded-check.js';
import { callbackOffer } from './callback-offer.js';
import { menuDepth } from './menu-depth.js';

/** The rules that need code, by the name that `check:` gives them. */
export const CHECKS: Readonly<Record<string, CodedCheck>> = {
  'callback-offer': callbackOffer,
  'menu-depth': menuDepth,
};
