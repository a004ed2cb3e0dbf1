import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { loadingAround, propertyOf } from './around.js';
import { attributeExpression } from './jsx.js';
import { staticValue } from './texts.js';
import { meant } from './starts.js';
import { keyOf, lastName, walk } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

const VALUES = ['defaultValues', 'initialValues'];
const HAS_VALUES = /defaultValues|initialValues/u;
const MAKES_FORM = /^(?:use\w*Form\w*|create\w*Form\w*|reduxForm|withFormik)$/u;
/** Calls that put other values into a form. */
const FILLS = /^(?:reset|setValues|setFieldsValue|setInitialValues|initialize)$/u;

const objectOf = (node: TSESTree.Node, source: SourceCode): TSESTree.ObjectExpression | undefined => {
  const at = meant(node, source);
  return at.type === 'ObjectExpression' ? at : undefined;
};

/** All values that forms of a file begin with. Empty where what they begin with is replaced by what was loaded. */
export const formStarts = (program: TSESTree.Node, source: SourceCode): readonly TSESTree.ObjectExpression[] => {
  // Most files have none, and a look at the text is cheap.
  if (!HAS_VALUES.test(source.text)) return [];
  const found: TSESTree.ObjectExpression[] = [];
  const fills: TSESTree.Node[] = [];
  walk(program, source, (node) => {
    if (node.type === 'CallExpression') {
      const [first] = node.arguments;
      const settings = MAKES_FORM.test(lastName(node.callee)) && first?.type === 'ObjectExpression' ? first : undefined;
      for (const name of settings === undefined ? [] : VALUES) {
        const value = settings === undefined ? undefined : propertyOf(settings, name)?.value;
        const values = value === undefined ? undefined : objectOf(value, source);
        if (values !== undefined) found.push(values);
      }
      if (settings !== undefined && ['values', 'enableReinitialize'].some((name) => propertyOf(settings, name) !== undefined)) fills.push(node);
      if (FILLS.test(lastName(node.callee)) && first !== undefined && staticValue(first, source) === undefined && loadingAround(node) !== undefined) {
        if (first.type !== 'Identifier' || objectOf(first, source) === undefined) fills.push(node);
      }
    }
    if (node.type === 'JSXAttribute' && node.name.type === 'JSXIdentifier' && VALUES.includes(node.name.name)) {
      const expression = attributeExpression(node);
      const values = expression === undefined ? undefined : objectOf(expression, source);
      if (values !== undefined) found.push(values);
    }
    if (node.type === 'JSXAttribute' && node.name.name === 'enableReinitialize') fills.push(node);
    return undefined;
  });
  return fills.length > 0 ? [] : found;
};

/** What stands at a path of keys (`preferences.newsletter`) in the values of a form. */
export const valueAt = (values: TSESTree.ObjectExpression, path: string, source: SourceCode): TSESTree.Node | undefined => {
  let at: TSESTree.Node | undefined = values;
  for (const key of path.split('.')) at = at?.type === 'ObjectExpression' ? propertyOf(at, key)?.value : undefined;
  return at === undefined ? undefined : meant(at, source);
};

/** The paths of all values of a form that are written out, with where they stand. */
export const pathsIn = (values: TSESTree.ObjectExpression, above = ''): readonly (readonly [path: string, value: TSESTree.Node])[] =>
  values.properties.flatMap((property) => {
    const key = keyOf(property);
    if (key === undefined || property.type !== 'Property') return [];
    const path = `${above}${key}`;
    return property.value.type === 'ObjectExpression' ? pathsIn(property.value, `${path}.`) : [[path, property.value] as const];
  });
