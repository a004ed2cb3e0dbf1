import { wordsOf } from '../../model/names.js';
import { standing } from '../../model/standing.js';
import { leavesOf, type PlaceOf } from './leaves.js';

/** A setting that shows or hides a way to reach somebody. */
export interface Switch {
  readonly of: 'phone';
  readonly on: boolean;
}

const SPEAKS = /(?:^| )(?:phone|telephone|hotline|call us)(?: |$)/u;
const SHOWS = /(?:^| )(?:enabled?|show|shown|display|visible|active)(?: |$)/u;
const HIDES = /(?:^| )(?:hide|hidden|disabled?)(?: |$)/u;
/** Switches of something else that has to do with numbers. */
const OTHER = /(?:^| )(?:verif\w*|verification|login|auth\w*|mfa|otp|sms|input|field|required|validation|maintenance|outage|format\w*|mask)(?: |$)/u;

/** Whether the phone number of a site is switched on or off, as its settings say. */
export const switchesIn = (value: unknown, placeOf: PlaceOf): readonly Switch[] =>
  [...leavesOf(value)].flatMap((leaf) => {
    if (typeof leaf.value !== 'boolean') return [];
    const words = wordsOf(leaf.key);
    if (!SPEAKS.test(words) || OTHER.test(words)) return [];
    const shows = SHOWS.test(words);
    if (!shows && !HIDES.test(words)) return [];
    const found: Switch = { of: 'phone', on: shows === leaf.value };
    return [standing(found, { ...placeOf(leaf, String(leaf.value)), shown: `\`${leaf.key}: ${String(leaf.value)}\`` })];
  });
