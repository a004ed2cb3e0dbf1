import type { TSESTree } from '@typescript-eslint/utils';
import { PHONE_NODES, phonePlacesAt, type PhonePlace } from '../../code/phone-places.js';
import { phoneOf } from '../../code/phones.js';
import { codeRule, type CodeContext } from '../../rule.js';

interface Options {
  readonly costs: readonly string[];
  readonly allow: readonly string[];
  readonly 'even-if-stated': boolean;
}

interface Found extends PhonePlace {
  readonly number: string;
  readonly cost: 'premium' | 'shared';
}

export const rule = codeRule({
  about: {
    title: 'Help costs no more than a call',
    suffers: 'They pay by the minute to be heard, and the longer we take the more they pay.',
    instead: 'Give a number at the basic rate: free, geographic or mobile.',
    notWhen: 'The number is for something that is sold over the phone itself, such as a vote; put it on the list `allow`.',
    level: 'error',
    certainty: 'high',
    policies: ['premium-rate-number'],
    sources: [
      { seed: 'H26', says: 'Customers are sent to premium-rate numbers.' },
      { law: 'CCR-41', note: 'UK: a line for existing customers may cost no more than the basic rate' },
      { law: 'CRD-21', note: 'EU: calls about a contract at no more than the basic rate (C-568/15)' },
    ],
  },
  messages: {
    premium: 'Whoever calls {{number}} pays a premium rate. Give a number at the basic rate.',
    shared: 'A call to {{number}} costs more than an ordinary one. Give a number at the basic rate.',
  },
  options: {
    costs: {
      description: 'What counts as too dear: `premium`, and `shared` for numbers that cost more than an ordinary call and pay for no service.',
      type: 'array',
      items: { type: 'string', enum: ['premium', 'shared'] },
      default: ['premium'],
    },
    allow: {
      description: 'Numbers that may be used all the same, in international form: `+448715550148`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
    'even-if-stated': {
      description: 'Whether a premium-rate number is refused also where its price stands beside it.',
      type: 'boolean',
      default: false,
    },
  },
  create: (context: CodeContext<'premium' | 'shared', Options>) => {
    const { costs, allow, 'even-if-stated': evenIfStated } = context.settled;
    const found: Found[] = [];
    const judge = (place: PhonePlace): void => {
      const phone = phoneOf(place, context);
      if (phone === undefined || (phone.cost !== 'premium' && phone.cost !== 'shared') || !costs.includes(phone.cost)) return;
      if (phone.placeholder || phone.use === 'fax' || phone.use === 'sales' || (phone.costStated && !evenIfStated)) return;
      const number = phone.number ?? phone.raw.trim();
      if (!allow.includes(number)) found.push({ ...place, number, cost: phone.cost });
    };
    return {
      [PHONE_NODES]: (node: TSESTree.Node) => {
        for (const place of phonePlacesAt(node, context.sourceCode)) judge(place);
      },
      'Program:exit': () => {
        // A link that is made of a constant is mended there.
        const kept = new Set(found.filter(({ isKept }) => isKept).map(({ number }) => number));
        for (const { node, number, cost, isKept } of found)
          if (isKept || !kept.has(number)) context.report({ node, messageId: cost, data: { number } });
      },
    };
  },
});
