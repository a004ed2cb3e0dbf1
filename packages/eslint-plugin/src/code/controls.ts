import { fieldSlot } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf } from './around.js';
import { attributeExpression, attributeOf, attributeText, attributeValue, elementName } from './jsx.js';
import { possibleTexts } from './texts.js';
import { isFunction, isWithin, lastName, walk } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Opening = TSESTree.JSXOpeningElement;

/** Names of components that can be ticked or switched on: `Checkbox`, `Switch.Root`, `Form.Check`, `IonToggle`, `CheckboxField`. */
const TICKED =
  /(?:check-?box|switch|toggle|form\.check)(?:\.(?:root|input|control))?(?:field|input|item|control|row|root|option|card|withlabel|element|formfield)?$/iu;
const FIELD = /input|field|text-?area|textbox/iu;
/** Attributes in which a component is given its words. */
const WORDS = ['label', 'aria-label', 'ariaLabel', 'accessibilityLabel', 'title', 'text', 'labelText', 'children', 'defaultMessage'];
/** Calls that give the words of a key. */
const TRANSLATES = /^(?:t|tr|trans|translate|formatMessage|\$t|i18n|__|_|msg|gettext)$/u;
/** So many elements around a control are looked at for words beside it. */
const FARTHEST = 5;
/** More is no label. */
const LONGEST = 400;

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What an element says of itself. */
export interface Words {
  /** As it is read, as far as it is written here. */
  readonly text: string;
  /** Keys of texts that stand elsewhere: `signup.newsletter`. */
  readonly keys: readonly string[];
}

const joined = (all: readonly Words[]): Words => ({ text: plain(all.map(({ text }) => text).join(' ')), keys: all.flatMap(({ keys }) => keys) });

/** Words of an expression: its texts, and the keys and default texts of calls that translate. */
const wordsOfExpression = (node: TSESTree.Node, source: SourceCode, except?: TSESTree.Node): Words => {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return wordsIn(node, source, except);
  if (node.type === 'CallExpression' && TRANSLATES.test(lastName(node.callee))) {
    const texts = node.arguments.flatMap((one) => (one.type === 'Literal' && typeof one.value === 'string' ? [one.value] : []));
    const named = node.arguments.flatMap((one) =>
      one.type !== 'ObjectExpression'
        ? []
        : one.properties.flatMap((property) =>
            property.type === 'Property' && property.value.type === 'Literal' && typeof property.value.value === 'string'
              ? [{ name: lastName(property.key), value: property.value.value }]
              : [],
          ),
    );
    const isKey = (text: string): boolean => !/\s/u.test(text);
    const said = [...texts.filter((text) => !isKey(text)), ...named.filter(({ name }) => /^default/u.test(name)).map(({ value }) => value)];
    return { text: said.join(' '), keys: [...texts.filter(isKey), ...named.filter(({ name }) => name === 'id').map(({ value }) => value)] };
  }
  if (node.type === 'LogicalExpression') return wordsOfExpression(node.right, source, except);
  if (node.type === 'ConditionalExpression')
    return joined([wordsOfExpression(node.consequent, source, except), wordsOfExpression(node.alternate, source, except)]);
  return {
    text: plain(
      possibleTexts(node, source)
        .map(({ text }) => text)
        .join(' '),
    ),
    keys: [],
  };
};

const attributeWords = (element: Opening, source: SourceCode, except?: TSESTree.Node): Words =>
  joined(
    element.attributes.flatMap((attribute): readonly Words[] => {
      if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return [];
      const expression = attributeExpression(attribute);
      if (expression === undefined) return [];
      if (/^i18nKey$/u.test(attribute.name.name) || (attribute.name.name === 'id' && /^Formatted/u.test(elementName(element))))
        return [{ text: '', keys: possibleTexts(expression, source).map(({ text }) => text) }];
      return WORDS.includes(attribute.name.name) ? [wordsOfExpression(expression, source, except)] : [];
    }),
  );

/** Everything that is read in an element and below it, with its own attributes for words; `except` is left out. */
export const wordsIn = (node: TSESTree.JSXElement | TSESTree.JSXFragment, source: SourceCode, except?: TSESTree.Node): Words => {
  if (node === except) return { text: '', keys: [] };
  const own = node.type === 'JSXElement' ? [attributeWords(node.openingElement, source, except)] : [];
  const below = node.children.map((child): Words => {
    if (child.type === 'JSXText') return { text: child.value, keys: [] };
    if (child.type === 'JSXElement' || child.type === 'JSXFragment') return wordsIn(child, source, except);
    return child.type === 'JSXExpressionContainer' ? wordsOfExpression(child.expression, source, except) : { text: '', keys: [] };
  });
  return joined([...own, ...below]);
};

/** Whether an element is a box or a switch. */
export const isBox = (element: Opening, source: SourceCode): boolean => {
  const name = elementName(element);
  const type = attributeOf(element, 'type');
  if (type !== undefined) {
    const value = attributeValue(type, source)?.value;
    if (value === 'checkbox' || value === 'switch') return true;
    if (name === 'input') return false;
  }
  return /[A-Z-]/u.test(name) && TICKED.test(name);
};

/** The name by which a form library is told of a control: `{...register('newsletter')}`, `{...form.getInputProps('newsletter')}`. */
const registered = (element: Opening): string | undefined => {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'JSXSpreadAttribute' || attribute.argument.type !== 'CallExpression') continue;
    const [first] = attribute.argument.arguments;
    if (first?.type === 'Literal' && typeof first.value === 'string') return first.value;
    if (first?.type !== 'ObjectExpression') continue;
    for (const property of first.properties)
      if (property.type === 'Property' && lastName(property.key) === 'name' && property.value.type === 'Literal') return String(property.value.value);
  }
  return undefined;
};

/** Elements that give what is inside them its name in a form: `<Controller name>`, `<FormField name>`, `<Form.Item name>`. */
const FIELD_AROUND = /(?:^|\.)(?:\w*Controller|\w*Field|FormItem|Item|FormControl)$/u;

/** The names of a control: of itself, and those that form libraries give it by what stands around it. */
export const controlNames = (element: Opening, source: SourceCode): readonly string[] => {
  const own = [registered(element), attributeText(element, source, 'name'), attributeText(element, source, 'id')];
  let around: string | undefined;
  for (const at of ancestorsOf(element.parent)) {
    if (around !== undefined || at.type !== 'JSXElement' || !FIELD_AROUND.test(elementName(at.openingElement))) continue;
    around = attributeText(at.openingElement, source, 'name', 'controlId');
  }
  return [...own, around].filter((name): name is string => name !== undefined && name !== '');
};

/** What is known of the elements of a file. */
export interface Elements {
  readonly all: readonly Opening[];
  readonly source: SourceCode;
}

const holdsAnother = (node: TSESTree.Node, element: Opening, { all, source }: Elements): boolean =>
  all.some((one) => one !== element && isWithin(one, node) && !isWithin(element, one.parent) && (isBox(one, source) || FIELD.test(elementName(one))));

/** The words beside a control: in the nearest element around it that has any, and no other control. */
const beside = (element: Opening, elements: Elements): Words | undefined => {
  let steps = 0;
  for (const at of ancestorsOf(element.parent)) {
    if (isFunction(at) && at.parent.type !== 'JSXExpressionContainer') return undefined;
    if (at.type !== 'JSXElement' && at.type !== 'JSXFragment') continue;
    if (steps++ >= FARTHEST || holdsAnother(at, element, elements)) return undefined;
    if (at.type === 'JSXElement' && /^(?:form|main|body|html|section|Form|Formik|Card)$/u.test(elementName(at.openingElement))) return undefined;
    const words = wordsIn(at, elements.source, element.parent);
    if (words.text.length > LONGEST) return undefined;
    if (/\p{L}/u.test(words.text) || words.keys.length > 0) return words;
  }
  return undefined;
};

/** What a box says: its own words, those of the label that is tied to it, or those beside it. */
export const labelOf = (element: Opening, elements: Elements): Words => {
  const { all, source } = elements;
  const own = wordsIn(element.parent, source);
  if (/\p{L}/u.test(own.text) || own.keys.length > 0) return own;
  const id = attributeText(element, source, 'id', 'inputId');
  const tied = id === undefined ? [] : all.filter((one) => attributeText(one, source, 'htmlFor', 'for') === id);
  for (const one of tied) {
    const words = wordsIn(one.parent, source);
    if (words.text !== '' || words.keys.length > 0) return words;
  }
  return beside(element, elements) ?? { text: '', keys: [] };
};

/** What the fields of a file ask for, under one name each: `email`, `company-size`. */
export const askedFor = ({ all, source }: Elements): ReadonlySet<string> =>
  new Set(
    all.flatMap((element) => {
      const name = elementName(element);
      if (!FIELD.test(name) && name !== 'select' && name !== 'Select') return [];
      const type = attributeText(element, source, 'type') ?? (/text-?area/iu.test(name) ? 'textarea' : 'text');
      const own = attributeText(element, source, 'label', 'placeholder', 'aria-label');
      const slot = fieldSlot(controlNames(element, source)[0] ?? '', own ?? '', type);
      return slot === undefined ? [] : [slot];
    }),
  );

const known = new WeakMap<TSESTree.Node, Elements>();

/** All opening tags at and below a node, in order. Several rules ask for those of a program: they are looked for once. */
export const elementsIn = (node: TSESTree.Node, source: SourceCode): Elements => {
  const earlier = known.get(node);
  if (earlier?.source === source) return earlier;
  const all: Opening[] = [];
  walk(node, source, (one) => {
    if (one.type === 'JSXOpeningElement') all.push(one);
    return undefined;
  });
  const elements = { all, source };
  known.set(node, elements);
  return elements;
};
