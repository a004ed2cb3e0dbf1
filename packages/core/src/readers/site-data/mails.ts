import { wordsOf } from '../../model/names.js';
import { standing } from '../../model/standing.js';
import { leavesOf, type PlaceOf } from './leaves.js';

const SENDER = /(?:^| )(?:from|sender|mail from|from address|from email|default from|reply from|envelope from)(?: |$)/u;
const REPLY = /reply ?to/u;
const ADDRESS = /(?<![\w.+-])([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)/u;
const UNANSWERED = /^(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply)/iu;

/** An address from which mails are sent. */
export interface MailAddress {
  readonly address: string;
  readonly use: 'sender';
  /** Where answers go. */
  readonly replyTo?: string;
}

/** Addresses from which mails are sent that nobody can answer. One with an address for answers beside it can be. */
export const mailsIn = (value: unknown, placeOf: PlaceOf): readonly MailAddress[] =>
  [...leavesOf(value)].flatMap((leaf) => {
    const { key, value: written, beside } = leaf;
    if (typeof written !== 'string' || !SENDER.test(wordsOf(key))) return [];
    const address = ADDRESS.exec(written)?.[1];
    if (address === undefined || !UNANSWERED.test(address)) return [];
    const reply = Object.entries(beside ?? {}).find(([name, to]) => REPLY.test(wordsOf(name)) && typeof to === 'string' && to.trim() !== '')?.[1];
    const mail: MailAddress = { address, use: 'sender', ...(typeof reply === 'string' ? { replyTo: reply } : {}) };
    return [standing(mail, { ...placeOf(leaf, address), shown: address })];
  });
