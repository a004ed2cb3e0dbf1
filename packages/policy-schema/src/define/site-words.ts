/** What an editor shows for each verb and option of a journey. Which option goes with which verb stands in `../site-verbs.ts`. */
import type { SiteOption, SiteVerbName } from '../site-verbs.js';
import { duration, flag, oneOf, text, words } from './build.js';
import type { Schema } from '../schema.js';

export const SITE_VERB_WORDS: Readonly<Record<SiteVerbName, Schema>> = {
  open: text('Open', 'The customer comes to a page, best one named under `pages`.', 'contact'),
  click: words('Click', 'The customer clicks: the words on the button or link.', 'Cancel my contract'),
  fill: text('Fill in', 'The customer fills in a form, best one named under `forms`.', 'sign-up-form'),
  'sign-in': text('Sign in', 'The customer signs in: how?', 'password', 'one-time-code'),
  choose: words('Choose', 'The customer must choose, or give a reason.', 'Why are you leaving?'),
  see: words('See', 'The customer is shown something.', 'Stay for half the price!'),
  confirm: words('Confirm', 'The customer confirms: the words on the button.', 'Yes, cancel'),
  ring: text('Ring', 'The customer must ring: which number, or whom?', '+44 330 123 4567'),
  write: text('Write', 'The customer must write a letter or an e-mail: where to?', 'Customer service, PO Box 1'),
  visit: text('Visit', 'The customer must come in person: where to?', 'any branch'),
  wait: duration('Wait', 'The customer must wait.', '3 working days'),
  receive: text('Receive', 'The customer gets a confirmation.', 'e-mail with the end date'),
};

export const SITE_OPTION_WORDS: Readonly<Record<SiteOption, Schema>> = {
  required: flag('Compulsory', 'It cannot be skipped. Left out: it cannot.'),
  as: oneOf('Meant as', 'What it is.', { offer: 'An offer to stay', information: 'Information', warning: 'A warning' }, 'offer'),
  decline: words('Decline', 'The words with which the customer says no.', 'No, thank you'),
};
