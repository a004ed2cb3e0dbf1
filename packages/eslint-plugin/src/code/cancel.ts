import { pageOf } from './pages.js';

/** What customers have until they leave; orders and bookings are not meant. */
const HELD = 'Subscription|Membership|Account|Plan|Contract|Service|Policy';
const NAMED = new RegExp(
  `(?:Cancel|Close|Delete|Terminate|End)(?:My|Your|Current|User|Stripe|Premium)?(?:${HELD})|(?:${HELD})(?:Cancel|Cancell?ation|Closure)(?=$|[A-Z])`,
  'u',
);
const HELD_WORDS =
  /\b(?:subscription|membership|account|plan|contract|service|policy)\b|\babo(?:nnement)?\b|\bvertrag|\bmitgliedschaft|\bcontrat\b|\bsuscripci|\bcontratto\b|\babbonamento\b|\babonnement\b/iu;
const MORE_PATHS = /\/(?:cancelation|cancel-?(?:flow|plan|membership))$/u;

/** Whether a name is that of a component by which customers leave: `CancelSubscriptionModal`. */
export const namesCancelling = (name: string): boolean => NAMED.test(name);

/** Whether a file is, or holds by its name, a page by which customers leave. A path that may mean an order, too, counts where words speak of what is held. */
export const isCancelFile = (file: string, words: string): boolean => {
  const own = (file.split('/').at(-1) ?? '').replace(/\.\w+$/u, '').replace(/(?:^|[-_])(\w)/gu, (_, letter: string) => letter.toUpperCase());
  if (NAMED.test(own)) return true;
  const page = pageOf(file);
  return page !== undefined && (page.purpose === 'cancel' || MORE_PATHS.test(page.path)) && HELD_WORDS.test(words);
};
