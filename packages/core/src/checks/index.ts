import type { CodedCheck } from '../policy/coded-check.js';
import { authorityContradicted } from './authority-contradicted.js';
import { callbackOffer } from './callback-offer.js';
import { factsAgree } from './facts-agree.js';
import { feesListed } from './fees-listed.js';
import { jsonldPhoneMismatch } from './jsonld-phone-mismatch.js';
import { leftAsJoined } from './left-as-joined.js';
import { menuDepth } from './menu-depth.js';
import { phoneSwitchedOff } from './phone-switched-off.js';
import { phoneToldDifferently } from './phone-told-differently.js';

/** The rules that need code, by the name that `check:` gives them. */
export const CHECKS: Readonly<Record<string, CodedCheck>> = {
  'authority-contradicted': authorityContradicted,
  'callback-offer': callbackOffer,
  'facts-agree': factsAgree,
  'fees-listed': feesListed,
  'jsonld-phone-mismatch': jsonldPhoneMismatch,
  'left-as-joined': leftAsJoined,
  'menu-depth': menuDepth,
  'phone-switched-off': phoneSwitchedOff,
  'phone-told-differently': phoneToldDifferently,
};
