import type { TSESTree } from '@typescript-eslint/utils';
import { attributeExpression } from '../../code/jsx.js';
import { phoneOf } from '../../code/phones.js';
import { possibleTexts } from '../../code/texts.js';
import { codeRule, type CodeContext } from '../../rule.js';

const LINK = /^\s*tel:/iu;

/** Calls that open an address: `Linking.openURL('tel:…')`, `window.open('tel:…')`, `location.assign('tel:…')`. */
const OPENS = /^(?:openURL|open|assign|replace|push)$/u;

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
      { law: 'CRD-21', note: 'EU: calls about a contract at no more than the basic rate (C-568/15)' },
    ],
  },
  messages: { premium: 'Whoever calls {{number}} pays a premium rate. Give a number at the basic rate.' },
  options: {
    allow: {
      description: 'Numbers that may be used all the same, in international form: `+448715550148`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  create: (context: CodeContext<'premium', { readonly allow: readonly string[] }>) => {
    const look = (node: TSESTree.Node): void => {
      for (const { text, node: at } of possibleTexts(node, context.sourceCode)) {
        if (!LINK.test(text)) continue;
        const phone = phoneOf({ raw: text, from: 'tel-link' }, context);
        if (phone?.cost !== 'premium' || phone.placeholder || phone.use === 'fax') continue;
        if (phone.number !== undefined && context.settled.allow.includes(phone.number)) continue;
        context.report({ node: at, messageId: 'premium', data: { number: phone.number ?? phone.raw } });
      }
    };
    return {
      JSXAttribute: (node) => {
        const expression = attributeExpression(node);
        if (node.name.name === 'href' && expression !== undefined) look(expression);
      },
      AssignmentExpression: (node) => {
        if (node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier' && node.left.property.name === 'href') look(node.right);
      },
      CallExpression: (node) => {
        const [first] = node.arguments;
        const { callee } = node;
        if (first === undefined || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        if (OPENS.test(callee.property.name)) look(first);
      },
    };
  },
});
