/** `site:` documents. */
import { SITE_VERB_NAMES, siteVerb } from '../site-verbs.js';
import { among, block, document, duration, flag, id, ids, language, list, oneOf, phone, property, ref, text, texts, words } from './build.js';
import { about, country, note, owner, reviewed, title } from './common.js';
import type { Schema } from '../schema.js';
import { SITE_OPTION_WORDS, SITE_VERB_WORDS } from './site-words.js';
import { stepSchema } from './steps.js';

const address = (name: string, description: string, example: string): Schema =>
  property(name, description, [example], {
    type: 'string',
    pattern: '^(/|https?://)',
    patternErrorMessage: 'Write a path such as /contact, or a whole address.',
  });

const PAGE_KINDS = {
  home: 'The first page',
  contact: 'How to reach us',
  help: 'Questions and answers',
  complaints: 'How to complain',
  prices: 'Prices',
  account: "The customer's own pages",
  'sign-up': 'Becoming a customer',
  cancel: 'Leaving',
  unsubscribe: 'No more mails',
  privacy: 'Privacy',
  legal: 'Legal notice, terms, imprint',
  feedback: 'Saying what one thinks',
  other: 'Anything else',
};

const SHOWN = [
  'phone',
  'email',
  'address',
  'chat',
  'bot',
  'form',
  'callback-form',
  'lead-form',
  'sign-in-box',
  'opening-hours',
  'faq',
  'feedback-form',
  'public-feedback',
  'ads',
  'cancel-button',
  'prices',
  'nothing',
] as const;

const page = block(
  'Page',
  'One page.',
  {
    page: id('Page', 'The name by which this document speaks of the page.', 'contact'),
    path: address('Path', 'Where it is.', '/contact'),
    title: title('Contact us'),
    kind: oneOf('Kind', 'What it is for.', PAGE_KINDS, 'contact'),
    'open-to': oneOf(
      'Open to',
      'Who can see what it is for. Left out: everyone.',
      { everyone: 'Everybody', 'signed-in': 'Only after signing in' },
      'everyone',
    ),
    shows: list(
      'Shows',
      'All that the customer finds here and that matters to somebody who wants to reach us. Left out: not known, and nothing is said about what is missing.',
      among(SHOWN),
      ['phone', 'form', 'sign-in-box'],
    ),
    forms: list('Forms', 'Forms on this page, named under `forms`.', ids, ['contact-form']),
    'links-to': list('Links to', 'Pages one click away.', ids, ['contact']),
    says: list('Says', 'Sentences that matter.', texts, ['Sign in to leave a comment.']),
    note,
  },
  ['page'],
  { page: 'contact', path: '/contact', kind: 'contact', shows: ['phone', 'form'], 'links-to': ['home'] },
);

const contact = block(
  'Way',
  'One way to reach us.',
  {
    by: oneOf(
      'By',
      'How customers reach us this way.',
      {
        phone: 'Phone',
        'text-relay': 'Text relay',
        'video-sign': 'Sign language by video',
        email: 'E-mail',
        chat: 'Chat',
        form: 'A form',
        post: 'Letter',
        branch: 'In person',
        'social-media': 'Social media',
        callback: 'We ring you',
      },
      'phone',
    ),
    number: phone('Number', 'In quotes.', '+44 330 123 4567'),
    at: text('At', 'The address, e-mail address or form.', 'help@example.com'),
    for: oneOf(
      'For',
      'Who it is for. Left out: everyone.',
      {
        everyone: 'Everybody',
        'existing customers': 'People who have bought',
        'new customers': 'People who want to buy',
        complaints: 'Complaints',
      },
      'everyone',
    ),
    'answered-by': oneOf(
      'Answered by',
      'Who answers. Left out: a person; of a chat: not known.',
      { person: 'A person', 'bot-then-person': 'A bot that passes on', bot: 'Only a bot', nobody: 'Nobody reads it' },
      'person',
    ),
    'cost-told': text('Cost told', 'What is said beside it about the cost.', 'Same as an 01 or 02 number'),
    needs: list(
      'Needs',
      'What a customer must have.',
      among(['nothing', 'sign-in', 'account-number', 'order-number', 'app', 'paid-plan', 'social-media-account']),
      ['sign-in'],
    ),
    'shown-on': list('Shown on', 'Pages on which it is.', ids, ['contact', 'home']),
    hidden: oneOf(
      'Hidden',
      'Whether it must be looked for on these pages. Left out: no.',
      { no: 'In plain sight', 'behind-a-click': 'Behind a click', 'in-small-print': 'In small print', 'as-image': 'Only in a picture' },
      'no',
    ),
    open: list('Open', 'Days and times.', texts, ['Mon-Fri 08:00-20:00']),
    'answered-within': duration('Answered within', 'The promise.', '1 working day'),
    note,
  },
  ['by'],
  { by: 'phone', number: '+44 330 123 4567', 'shown-on': ['contact'] },
);

const field = block(
  'Field',
  'One field.',
  {
    field: text('Field', 'What is asked.', 'email', 'account number'),
    required: flag('Compulsory', 'It must be filled in. Left out: it need not.'),
    label: words('Label', 'The words beside it.', 'Yes, send me offers'),
    tick: oneOf('Tick box', 'For a tick box: how it stands at first.', { ticked: 'Ticked', empty: 'Empty' }, 'empty'),
    note,
  },
  ['field'],
  { field: 'email', required: true },
);

const form = block(
  'Form',
  'One form.',
  {
    form: id('Form', 'The name by which this document speaks of the form.', 'contact-form'),
    purpose: oneOf(
      'Purpose',
      'What it is for.',
      {
        contact: 'Reaching us',
        support: 'Help',
        complaint: 'Complaint',
        feedback: 'Feedback',
        'sign-up': 'Becoming a customer',
        newsletter: 'Newsletter',
        'sign-in': 'Signing in',
        sales: 'Finding buyers',
        cancel: 'Leaving',
      },
      'contact',
    ),
    fields: list('Fields', 'What is asked.', field, [{ field: 'message', required: true }]),
    'goes-to': oneOf(
      'Goes to',
      'Who gets it.',
      { service: 'Service', complaints: 'Complaints', sales: 'Sales or marketing', nobody: 'Nobody' },
      'service',
    ),
    answer: words('Answer', 'What the customer reads afterwards.', 'Your number is {case-number}. We answer by {time}.'),
    then: list('Then', 'What happens besides.', among(['open-case', 'confirmation-email', 'tell-owner', 'callback', 'newsletter', 'nothing']), [
      'open-case',
    ]),
    'answered-within': duration('Answered within', 'The promise.', '1 working day'),
    note,
  },
  ['form', 'purpose'],
  { form: 'contact-form', purpose: 'contact', fields: [{ field: 'message', required: true }] },
);

const step = stepSchema(
  Object.fromEntries(SITE_VERB_NAMES.map((name) => [name, { ...siteVerb(name), compulsory: [], value: SITE_VERB_WORDS[name] }])),
  SITE_OPTION_WORDS,
  { note },
  [{ click: 'Cancel my contract' }],
);

const journey = block(
  'Journey',
  'One journey.',
  {
    journey: oneOf(
      'Journey',
      'What the customer wants.',
      {
        'sign-up': 'Become a customer',
        cancel: 'Leave',
        withdraw: 'Take back an order',
        unsubscribe: 'No more mails',
        'accept-cookies': 'Allow cookies',
        'reject-cookies': 'Refuse cookies',
        complain: 'Complain',
        'reach-a-person': 'Speak to somebody',
        'give-feedback': 'Say what they think',
        'delete-data': 'Have data deleted',
      },
      'cancel',
    ),
    by: oneOf(
      'By',
      'Where it happens. Left out: on the site.',
      { web: 'On the site', app: 'In the app', phone: 'On the phone', post: 'By letter', branch: 'In person' },
      'web',
    ),
    steps: list('Steps', 'What the customer does and meets, from the home page, in order.', ref('step'), [
      { click: 'Cancel' },
      { confirm: 'Yes, cancel' },
    ]),
    note,
  },
  ['journey', 'steps'],
  { journey: 'cancel', by: 'web', steps: [{ open: 'account' }, { click: 'Cancel' }, { confirm: 'Yes, cancel' }] },
);

export const site = document(
  'site',
  block(
    'Web site',
    'What customers find on the web site, where no HTML is at hand: pages, ways to reach us, forms, and the way in and out.',
    {
      site: id('Site', 'The name of this site.', 'example-telecom'),
      title: title('Example Telecom'),
      about: about('The public site and the pages behind the sign-in.'),
      address: address('Address', 'The home page.', 'https://www.example.com'),
      country,
      language: language('en-GB'),
      owner,
      reviewed,
      note,
      complete: flag(
        'Complete',
        'All pages and all ways to reach us are in this document. Left out: they are; `false`: nothing is said about what is missing.',
        false,
      ),
      pages: list('Pages', 'The pages that matter.', page, [{ page: 'contact', path: '/contact', 'links-to': ['home'] }]),
      contact: list('Contact', 'Every way to reach us.', contact, [{ by: 'phone', number: '+44 330 123 4567', 'shown-on': ['contact'] }]),
      forms: list('Forms', 'Forms that customers fill in.', form, [
        { form: 'contact-form', purpose: 'contact', fields: [{ field: 'message', required: true }] },
      ]),
      journeys: list('Journeys', 'The way through, click by click, from the home page.', journey, [
        { journey: 'cancel', by: 'web', steps: [{ open: 'account' }, { click: 'Cancel' }, { confirm: 'Yes, cancel' }] },
      ]),
    },
    ['site'],
    { site: 'example-telecom', pages: [{ page: 'home', kind: 'home', shows: ['phone'] }] },
  ),
  { step },
);
