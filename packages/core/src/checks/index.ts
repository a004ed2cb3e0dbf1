import type { CodedCheck } from '../policy/coded-check.js';
import { authorityContradicted } from './authority-contradicted.js';
import { callbackOffer } from './callback-offer.js';
import { menuDepth } from './menu-depth.js';

/** The rules that need code, by the name that `check:` gives them. */
export const CHECKS: Readonly<Record<string, CodedCheck>> = {
  'authority-contradicted': authorityContradicted,
  'callback-offer': callbackOffer,
  'menu-depth': menuDepth,
};
