import { folded, hasNumberLike, LEAD_SLOTS, MARKETING_HOSTS, SELLS } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { askedFor, elementsIn, wordsIn, type Elements } from '../../code/controls.js';
import { attributeExpression, attributeOf, elementName, hasSpread } from '../../code/jsx.js';
import { pageOf } from '../../code/pages.js';
import { pathInProject } from '../../code/project-path.js';
import { staticValue } from '../../code/texts.js';
import { lastName, walk } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Context = CodeContext<'lead', unknown>;
type SourceCode = Readonly<TSESLint.SourceCode>;

/** Modules whose components are only drawn with: they hold no words of their own. */
const DRAWN_WITH = /^(?!\.|@\/|~|#|src\/)|\/(?:ui|icons?|primitives)(?:\/|$)/u;
/** Other ways, by their addresses and words. */
const WAY =
  /\b(?:tel|mailto|sms|whatsapp|skype):|wa\.me|t\.me|m\.me|\b[\w.+-]+@[\w-]+\.[a-z]{2,}|\bchat|intercom|zendesk|zopim|tawk|crisp|freshchat|drift\b|livechat|calendly/iu;
const FOR_CUSTOMERS =
  /\bsupport\b|existing customers?|already a customer|help cent|customer (?:service|care)|complain|\bfaqs?\b|\bcall us\b|\bwrite to us at\b|\b(?:street|avenue|suite|p\.? ?o\.? box)\b/u;
const EMBEDS = /hbspt\s*\.\s*forms|MktoForms2|hubspotforms?|react-hubspot-form|pardot/iu;

/** Whether all that a page shows stands in its file: no components of other files, no lists of data, no values that are filled in. */
const isWhole = (program: TSESTree.Program, { all, source }: Elements): boolean => {
  const foreign = new Set(
    program.body.flatMap((one) =>
      one.type === 'ImportDeclaration' && !DRAWN_WITH.test(one.source.value) ? one.specifiers.map(({ local }) => local.name) : [],
    ),
  );
  if (all.some((one) => foreign.has(elementName(one).split('.')[0] ?? '') || (hasSpread(one) && /^[A-Z]/u.test(elementName(one))))) return false;
  const filled: TSESTree.Node[] = [];
  walk(program, source, (node) => {
    if (node.type !== 'JSXExpressionContainer' || (node.parent.type !== 'JSXElement' && node.parent.type !== 'JSXFragment')) return undefined;
    const inner = node.expression;
    const isList = inner.type === 'CallExpression' && lastName(inner.callee) === 'map';
    if (isList ? staticList(inner, source) === undefined : inner.type === 'MemberExpression' || inner.type === 'CallExpression' || isChildren(inner))
      filled.push(inner);
    return undefined;
  });
  return filled.length === 0 && all.every((one) => !isOpenLink(one, source));
};

const isChildren = (node: TSESTree.Node): boolean => node.type === 'Identifier' && node.name === 'children';

const staticList = (call: TSESTree.CallExpression, source: SourceCode): unknown =>
  call.callee.type === 'MemberExpression' ? staticValue(call.callee.object, source) : undefined;

/** Whether where a link leads is not written here. */
const isOpenLink = (element: TSESTree.JSXOpeningElement, source: SourceCode): boolean => {
  const link = attributeOf(element, 'href', 'to', 'src');
  const expression = link === undefined ? undefined : attributeExpression(link);
  return expression !== undefined && staticValue(expression, source) === undefined;
};

const check = (program: TSESTree.Program, context: Context): void => {
  const source = context.sourceCode;
  const page = pageOf(pathInProject(context));
  if (page === undefined || page.inside || (page.purpose !== 'contact' && page.purpose !== 'help')) return;
  const elements = elementsIn(program, source);
  const forms = elements.all.filter((one) => /^form$|(?:^|\.)Form$/u.test(elementName(one)));
  const embed = elements.all.find((one) => /hubspot|marketo|pardot/iu.test(elementName(one)));
  const form = forms[0] ?? embed ?? elements.all.find((one) => elementName(one) === 'main') ?? elements.all[0];
  if (form === undefined || forms.length > 1) return;
  const root = elements.all.map(({ parent }) => wordsIn(parent, source).text).join(' ');
  const words = folded(root);
  if (WAY.test(source.text) || hasNumberLike(root) || FOR_CUSTOMERS.test(words) || /["'/](?:support|help|faq)/u.test(source.text)) return;
  const leads = [...askedFor(elements)].filter((slot) => LEAD_SLOTS.has(slot)).length;
  const isEmbedded = forms.length === 0 && (EMBEDS.test(source.text) || MARKETING_HOSTS.test(source.text));
  const isLead = leads >= 2 || (SELLS.test(words) && (leads > 0 || isEmbedded));
  if (isLead && isWhole(program, elements)) context.report({ node: form, messageId: 'lead' });
};

export const rule = codeRule({
  about: {
    title: 'The contact page is for customers too',
    suffers: 'They have a problem, and the only form asks for the size of their company and when sales may call.',
    instead: 'Add a way for people who have bought, such as a service number, an address or a form of their own.',
    notWhen: 'The layout around the page shows a number or an address on every page, or the page is for sales, beside another one for customers.',
    level: 'error',
    certainty: 'low',
    policies: ['contact-is-lead-form'],
    sources: [{ seed: 'M122', says: 'Soliciting data for marketing lists.' }],
  },
  messages: { lead: 'The only way to reach you on this page is a form that looks for buyers. Add one for those who have bought.' },
  create: (context: Context) => ({ 'Program:exit': (program) => check(program, context) }),
});
