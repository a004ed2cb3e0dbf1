import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { possibleTexts, staticValue } from './texts.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The name of an element as it is written: `input`, `Checkbox`, `Form.Item`. */
export const elementName = ({ name }: TSESTree.JSXOpeningElement): string => {
  const write = (part: TSESTree.JSXTagNameExpression): string => {
    if (part.type === 'JSXIdentifier') return part.name;
    if (part.type === 'JSXNamespacedName') return `${part.namespace.name}:${part.name.name}`;
    return `${write(part.object)}.${part.property.name}`;
  };
  return write(name);
};

const isNamed = (attribute: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute, names: readonly string[]): boolean =>
  attribute.type === 'JSXAttribute' && attribute.name.type === 'JSXIdentifier' && names.includes(attribute.name.name);

/** The last attribute of one of these names; undefined where there is none. */
export const attributeOf = (element: TSESTree.JSXOpeningElement, ...names: readonly string[]): TSESTree.JSXAttribute | undefined =>
  element.attributes.findLast((attribute): attribute is TSESTree.JSXAttribute => isNamed(attribute, names));

/** Whether an element has attributes that cannot be seen (`{...props}`). */
export const hasSpread = (element: TSESTree.JSXOpeningElement): boolean => element.attributes.some(({ type }) => type === 'JSXSpreadAttribute');

/** The value of an attribute, where it can be nothing else: `<input checked>` is true. Undefined where that cannot be told. */
export const attributeValue = (attribute: TSESTree.JSXAttribute, source: SourceCode): { readonly value: unknown } | undefined => {
  if (attribute.value === null) return { value: true };
  if (attribute.value.type === 'JSXExpressionContainer')
    return attribute.value.expression.type === 'JSXEmptyExpression' ? undefined : staticValue(attribute.value.expression, source);
  return staticValue(attribute.value, source);
};

/** The expression of an attribute; undefined for `<input checked>`. */
export const attributeExpression = ({ value }: TSESTree.JSXAttribute): TSESTree.Node | undefined =>
  value === null ? undefined : value.type === 'JSXExpressionContainer' ? value.expression : value;

/** The text of an attribute of one of these names, with holes; undefined where there is none that can be read. */
export const attributeText = (element: TSESTree.JSXOpeningElement, source: SourceCode, ...names: readonly string[]): string | undefined => {
  const attribute = attributeOf(element, ...names);
  const expression = attribute === undefined ? undefined : attributeExpression(attribute);
  return expression === undefined ? undefined : possibleTexts(expression, source)[0]?.text;
};

/** What is read between the tags of an element, with all that lies inside, in order; what is filled in at run time is left out. */
export const readText = (node: TSESTree.JSXElement | TSESTree.JSXFragment, source: SourceCode): string =>
  node.children
    .map((child) => {
      if (child.type === 'JSXText') return child.value;
      if (child.type === 'JSXElement' || child.type === 'JSXFragment') return ` ${readText(child, source)} `;
      if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression') return '';
      return possibleTexts(child.expression, source)
        .map(({ text }) => text)
        .join(' ');
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
