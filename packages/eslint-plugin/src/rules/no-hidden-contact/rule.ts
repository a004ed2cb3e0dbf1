import { purposeOfPath } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { attributeExpression, attributeOf, attributeText, attributeValue, hasSpread } from '../../code/jsx.js';
import { possibleTexts } from '../../code/texts.js';
import { above, bare, keyOf } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Message = 'hidden' | 'unheard';
type SourceCode = Readonly<TSESLint.SourceCode>;

/** Scripts that show what is hidden at first. */
const SHOWN_BY_SCRIPT = /getElementById|querySelector|classList|\.style\b|removeAttribute|useRef|createRef/u;

/** Classes of frameworks that hide, signs that a file uses that framework, and classes that show again on some screens or in some state. */
const FRAMEWORKS = [
  {
    hides: 'hidden',
    sign: /(?:^|[\s"'`])(?:(?:sm|md|lg|xl):[\w-]|(?:p|m|px|py|mt|mb|gap)-\d|text-(?:xs|sm|base|lg|xl|center)\b|bg-[a-z]+-\d{2,3}\b|items-center\b|justify-(?:center|between)\b)/u,
    shows: /:!?(?:block|flex|grid|inline|inline-block|inline-flex|inline-grid|table|table-cell|contents|visible|not-sr-only)$/u,
  },
  {
    hides: 'd-none',
    sign: /(?:^|[\s"'`])(?:d-(?:flex|block|inline)|col-(?:sm|md|lg|xl)-\d|btn btn-|container-fluid|(?:m|p)[tbxye]?-\d|text-(?:muted|center))/u,
    shows: /^d-(?:sm|md|lg|xl|xxl|print)-(?!none)/u,
  },
] as const;

/** Roots of microformats (h-card, and hCard before it): what programs read of who runs a site. */
const FOR_PROGRAMS = new Set(['h-card', 'h-entry', 'h-feed', 'vcard']);

const classesOf = (opening: TSESTree.JSXOpeningElement, source: SourceCode): readonly string[] => {
  const attribute = attributeOf(opening, 'className', 'class');
  const value = attribute === undefined ? undefined : attributeValue(attribute, source)?.value;
  return typeof value === 'string' ? value.split(/\s+/u) : [];
};

const isHidingClass = (opening: TSESTree.JSXOpeningElement, source: SourceCode): boolean => {
  const classes = classesOf(opening, source);
  return FRAMEWORKS.some(({ hides, sign, shows }) => classes.includes(hides) && sign.test(source.text) && !classes.some((one) => shows.test(one)));
};

const isHidingStyle = (opening: TSESTree.JSXOpeningElement, source: SourceCode): boolean => {
  const attribute = attributeOf(opening, 'style');
  const written = attribute === undefined ? undefined : attributeExpression(attribute);
  const style = written === undefined ? undefined : bare(written);
  if (style?.type !== 'ObjectExpression' || style.properties.some(({ type }) => type === 'SpreadElement')) return false;
  return style.properties.some((property) => {
    const key = keyOf(property);
    if (property.type !== 'Property' || (key !== 'display' && key !== 'visibility')) return false;
    const [only, ...more] = possibleTexts(property.value, source);
    return only?.only === true && more.length === 0 && only.text === (key === 'display' ? 'none' : 'hidden');
  });
};

const isTrue = (opening: TSESTree.JSXOpeningElement, name: string, source: SourceCode): boolean => {
  const attribute = attributeOf(opening, name);
  const value = attribute === undefined ? undefined : attributeValue(attribute, source)?.value;
  return value === true || value === 'true' || (name === 'hidden' && (value === '' || value === 'hidden'));
};

/** How an element hides what is in it: from all, or from those who have the page read to them. */
const hiding = (opening: TSESTree.JSXOpeningElement, source: SourceCode): Message | undefined => {
  // A script or its caller may show it, or it is written for programs only.
  if (hasSpread(opening) || attributeOf(opening, 'ref', 'itemProp', 'itemScope', 'id') !== undefined) return undefined;
  if (classesOf(opening, source).some((one) => FOR_PROGRAMS.has(one))) return undefined;
  if (isTrue(opening, 'hidden', source) || isHidingStyle(opening, source) || isHidingClass(opening, source)) return 'hidden';
  return isTrue(opening, 'aria-hidden', source) ? 'unheard' : undefined;
};

/** `{false && ...}`, `{false ? ... : null}`. */
const isNeverShown = (at: TSESTree.Node, parent: TSESTree.Node): boolean => {
  const never = (node: TSESTree.Node): boolean => node.type === 'Literal' && (node.value === false || (node.value === null && node.raw === 'null'));
  if (parent.type === 'LogicalExpression') return parent.operator === '&&' && parent.right === at && never(parent.left);
  return parent.type === 'ConditionalExpression' && parent.consequent === at && never(parent.test);
};

/** How a link is hidden by itself or by what is around it in the same markup; undefined where it is not, or that cannot be told. */
const hiddenBy = (link: TSESTree.JSXOpeningElement, source: SourceCode): Message | undefined => {
  if (attributeOf(link, 'ref', 'itemProp') !== undefined) return undefined;
  let found: Message | undefined;
  for (let at: TSESTree.Node = link, parent = above(at); parent !== undefined; at = parent, parent = above(at)) {
    if (at.type === 'JSXElement') found = hiding(at.openingElement, source) === 'hidden' ? 'hidden' : (found ?? hiding(at.openingElement, source));
    if (isNeverShown(at, parent)) found = 'hidden';
    if (!/^JSX|^(?:LogicalExpression|ConditionalExpression)$/u.test(parent.type)) break;
  }
  return found;
};

/** What a contact link leads to, as it is compared with others; undefined where it is no contact link. */
const contactOf = (opening: TSESTree.JSXOpeningElement, source: SourceCode): string | undefined => {
  const href = attributeText(opening, source, 'href', 'to');
  if (href === undefined) return undefined;
  if (/^(?:tel|mailto):/iu.test(href.trim())) return href.replace(/[\s().-]/gu, '').toLowerCase();
  return href.startsWith('/') && purposeOfPath(href) === 'contact' ? href : undefined;
};

export const rule = codeRule({
  about: {
    title: 'The number is in plain sight',
    suffers: 'There is a number, and nobody finds it.',
    instead: 'Show it where customers look for it, without a click, also to those who have the page read to them.',
    notWhen: 'The same number stands in plain sight elsewhere on the page, or a script shows it at once.',
    level: 'warning',
    certainty: 'medium',
    policies: ['phone-hidden'],
    sources: [{ seed: 'M118', says: 'Few sites show their phone number.' }],
  },
  messages: {
    hidden: 'This way to reach somebody is in the page, and nobody sees it. Show it, or take it out.',
    unheard: 'Whoever has the page read to them is not told of this way to reach somebody. Take away `aria-hidden`.',
  },
  create: (context: CodeContext<Message, unknown>) => {
    const { sourceCode: source } = context;
    const links: { readonly node: TSESTree.Node; readonly contact: string; readonly how: Message | undefined }[] = [];
    return {
      JSXOpeningElement: (node) => {
        const contact = contactOf(node, source);
        if (contact !== undefined) links.push({ node, contact, how: hiddenBy(node, source) });
      },
      'Program:exit': () => {
        if (links.every(({ how }) => how === undefined) || SHOWN_BY_SCRIPT.test(source.text)) return;
        const seen = new Set(links.filter(({ how }) => how === undefined).map(({ contact }) => contact));
        for (const { node, contact, how } of links) if (how !== undefined && !seen.has(contact)) context.report({ node, messageId: how });
      },
    };
  },
});
