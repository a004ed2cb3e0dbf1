import { wordsOf } from '../../model/names.js';

/** What a data action or a similar call achieves for the customer, by its name. */
const DOES: readonly (readonly [string, RegExp])[] = [
  ['notify', /\b(?:send|sms|text|e ?mail|notif\w*|whatsapp|agentless)\b/u],
  ['task', /\b(?:create|open) (?:task|ticket|case|workitem)\b/u],
];

/** What an action of that name does; undefined where its name does not tell. */
export const doesOf = (name: string): string | undefined => {
  const words = wordsOf(name);
  return DOES.find(([, sign]) => sign.test(words))?.[0];
};

/** Whether an action of that name arranges a callback (and does not look one up or cancel it). */
export const arrangesCallback = (name: string): boolean => {
  const words = wordsOf(name);
  return /\bcall ?backs?\b/u.test(words) && !/\b(?:get|check|find|look ?up|cancel|delete|remove|count|status|list|search)\b/u.test(words);
};

/** A name that Architect gives by itself: "Play Audio", "Decision 2", "Call Data Action". */
export const isDefaultName = (name: string, type: string): boolean => {
  const plain = name
    .replace(/\s*[\d_]+$/u, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  const bare = type.replace(/^menu/u, '').toLowerCase();
  return plain === bare || plain === `${bare}action` || plain === `${bare}data` || DEFAULT_NAMES.has(plain);
};

const DEFAULT_NAMES = new Set([
  'calldataaction',
  'newtask',
  'task',
  'sendresponse',
  'asktforyesno',
  'askforyesno',
  'askforslot',
  'nextloop',
  'exitloop',
  'transfertoacd',
  'transfertoqueue',
  'menu',
  'communicate',
  'submenu',
  'transfertonumber',
]);
