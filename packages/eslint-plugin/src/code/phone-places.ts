// Where code gives customers a number to call.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { propertyOf } from './around.js';
import { attributeExpression, attributeOf, hasSpread, readText } from './jsx.js';
import { possibleTexts } from './texts.js';
import { above, bare, keyOf, lastName } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** A number, or what should be one, with what is known of its surroundings. */
export interface PhonePlace {
  readonly raw: string;
  readonly from: 'tel-link' | 'text';
  readonly node: TSESTree.Node;
  /** Of a link: the words that customers see. */
  readonly label?: string;
  /** Words beside it, in which `raw` stands as well. */
  readonly near: string;
  /** Whether it is a constant or property: then links that hold the same number are made of it. */
  readonly isKept: boolean;
  /** Whether the expression has no other value. */
  readonly isOnly: boolean;
  /** The country that stands beside it: `{ region: 'GB', phone: '…' }`. */
  readonly country?: string;
}

const LINK = /^\s*tel:/iu;
const LINK_ATTRIBUTES = ['href', 'to', 'url'] as const;

/** Calls that open an address: `Linking.openURL('tel:…')`, `window.open('tel:…')`, `location.assign('tel:…')`, `router.push('tel:…')`. */
const OPENS = /^(?:openURL|open|assign|replace|push)$/u;

/** Names of what holds a number that customers call. */
const NAMED =
  /(?<![a-z])(?:(?:tele)?phone|tel|hot_?line|help_?line|call_?us|support_?(?:line|number))(?:_?(?:number|no|nr|link|href|display|line|primary|main|e164))*(?![a-z])/iu;
/** Names of what is a form's field, a shape, a key or somebody's own number, and no number to call. */
const NOT_NAMED =
  /placeholder|example|sample|dummy|fake|mock|test|pattern|regex|mask|format|label|icon|error|message|hint|title|id$|key|verify|user|customer|from|sender|twilio|whatsapp|seed|default_?value|initial|fax/iu;
const NUMBER = /^\s*(?:tel:)?\+?[\d\s().\-/\u00a0\u2011]{5,24}\s*$/iu;
/** Texts of other things near a number may tell its price. */
const NEAR = 200;

/** A name in code as words: `supportPhone`, `SUPPORT_PHONE`. */
const asWords = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/gu, '_').replace(/[-.]/gu, '_');

const textAround = (link: TSESTree.JSXElement, source: SourceCode): string => {
  // The paragraph tells what a call costs, seldom the link.
  let around: TSESTree.JSXElement | TSESTree.JSXFragment = link;
  for (let up = above(link), steps = 0; up !== undefined && steps < 2; up = above(up)) {
    if (up.type !== 'JSXElement' && up.type !== 'JSXFragment') break;
    around = up;
    steps++;
  }
  return readText(around, source);
};

/** Where the label of a link stands in the text around it, the number of the link is put, so that what is before and behind it can be told. */
const nearOf = (link: TSESTree.JSXElement, label: string, raw: string, source: SourceCode): string => {
  const text = textAround(link, source);
  const at = label === '' ? -1 : text.indexOf(label);
  if (at < 0) return text.slice(0, 2 * NEAR);
  return `${text.slice(Math.max(0, at - NEAR), at)} ${raw} ${text.slice(at + label.length, at + label.length + NEAR)}`;
};

/** `<a href="tel:...">`, and links of other names. */
const inElement = (opening: TSESTree.JSXOpeningElement, source: SourceCode): readonly PhonePlace[] => {
  const attribute = attributeOf(opening, ...LINK_ATTRIBUTES);
  const expression = attribute === undefined ? undefined : attributeExpression(attribute);
  if (expression === undefined || hasSpreadAfter(opening, attribute)) return [];
  const links = possibleTexts(expression, source).filter(({ text }) => LINK.test(text));
  if (links.length === 0) return [];
  const label = readText(opening.parent, source);
  return links.map(({ text, node, only }) => ({
    raw: text,
    from: 'tel-link',
    node,
    label,
    near: nearOf(opening.parent, label, text, source),
    isKept: false,
    isOnly: only,
  }));
};

/** Whether attributes that cannot be seen may set it anew. */
const hasSpreadAfter = (opening: TSESTree.JSXOpeningElement, attribute: TSESTree.JSXAttribute | undefined): boolean =>
  attribute !== undefined &&
  hasSpread(opening) &&
  opening.attributes.slice(opening.attributes.indexOf(attribute)).some(({ type }) => type === 'JSXSpreadAttribute');

const opened = (expression: TSESTree.Node, source: SourceCode): readonly PhonePlace[] =>
  possibleTexts(expression, source)
    .filter(({ text }) => LINK.test(text))
    .map(({ text, node, only }) => ({ raw: text, from: 'tel-link', node, near: '', isKept: false, isOnly: only }));

/** The texts beside a property in its object, and the names above it: prices and words such as "sales" stand there. */
const besides = (property: TSESTree.Node, source: SourceCode): string => {
  const object = above(property);
  const beside =
    object?.type === 'ObjectExpression'
      ? object.properties.flatMap((one) =>
          one.type === 'Property' && one !== property && one.value.type !== 'ObjectExpression'
            ? possibleTexts(one.value, source).map(({ text }) => text)
            : [],
        )
      : [];
  return beside.join(' ').slice(0, 2 * NEAR);
};

/** The country that is named beside a property in its object; undefined where none is. */
const countryBeside = (property: TSESTree.Node): string | undefined => {
  const object = above(property);
  if (object?.type !== 'ObjectExpression') return undefined;
  const value = propertyOf(object, 'country', 'countryCode', 'region')?.value;
  return value?.type === 'Literal' && typeof value.value === 'string' && /^[A-Z]{2}$/u.test(value.value) ? value.value : undefined;
};

const namesAbove = (node: TSESTree.Node): string => {
  const names: string[] = [];
  for (let at: TSESTree.Node | undefined = node; at !== undefined && names.length < 4; at = above(at)) {
    if (at.type === 'Property') names.push(keyOf(at) ?? '');
    if (at.type === 'VariableDeclarator') names.push(lastName(at.id));
  }
  return names.toReversed().map(asWords).join(' ');
};

/** A constant or property whose name says that it is a number to call. */
const named = (name: string, value: TSESTree.Node, at: TSESTree.Node, source: SourceCode): readonly PhonePlace[] => {
  const words = asWords(name);
  const written = bare(value);
  if (!NAMED.test(words) || NOT_NAMED.test(words) || !['Literal', 'TemplateLiteral', 'BinaryExpression'].includes(written.type)) return [];
  if (written.type === 'Literal' && typeof written.value !== 'string') return [];
  const names = namesAbove(at);
  if (NOT_NAMED.test(names)) return [];
  const country = countryBeside(at);
  return possibleTexts(written, source)
    .filter(({ text }) => NUMBER.test(text))
    .map(({ text, node, only }) => {
      const near = `${names.replaceAll('_', ' ')} ${text} ${besides(at, source)}`;
      return {
        raw: text,
        from: LINK.test(text) ? 'tel-link' : 'text',
        node,
        near,
        isKept: true,
        isOnly: only,
        ...(country === undefined ? {} : { country }),
      };
    });
};

/** The numbers that customers are given at a node, of the kinds that `PLACES` names. */
export const phonePlacesAt = (node: TSESTree.Node, source: SourceCode): readonly PhonePlace[] => {
  switch (node.type) {
    case 'JSXOpeningElement':
      return inElement(node, source);
    case 'AssignmentExpression':
      return /^(?:href|location)$/u.test(lastName(node.left)) ? opened(node.right, source) : [];
    case 'CallExpression': {
      const [first] = node.arguments;
      return first !== undefined && OPENS.test(lastName(node.callee)) ? opened(first, source) : [];
    }
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' && node.init !== null ? named(node.id.name, node.init, node, source) : [];
    case 'Property':
      return node.parent.type === 'ObjectExpression' ? named(keyOf(node) ?? '', node.value, node, source) : [];
    default:
      return [];
  }
};

/** The kinds of nodes at which numbers are given, as ESLint asks for them. */
export const PHONE_NODES = 'JSXOpeningElement, AssignmentExpression, CallExpression, VariableDeclarator, Property';
