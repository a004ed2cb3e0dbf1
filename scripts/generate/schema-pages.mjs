// The page on carelint.yaml, key by key, and the list of schemas: both from the description of the schemas.
import { stringify } from 'yaml';
import { builtInRules, loadDescription } from '../../packages/policy-schema/scripts/description.mjs';
import { cell, fenced, generatedFrom, table } from './markdown.mjs';

const FROM = 'packages/policy-schema/src/define/';

const code = (values) => values.map((value) => `\`${value}\``).join(', ');
const yaml = (key, value) => fenced('yaml', stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: true }));

/** A list of names, a map, a text: what a value is, in words. */
const inWords = ({ type, enum: values, items }) => {
  if (values !== undefined) return `One of ${code(values)}.`;
  if (type === 'array') return items?.type === 'object' ? 'A list.' : 'A list of texts.';
  return { object: 'A map.', boolean: 'True or false.', string: 'A text.', integer: 'A whole number.', number: 'A number.' }[type] ?? '';
};

const row =
  (required) =>
  ([key, schema]) => [
    `\`${key}\`${required.includes(key) ? '*' : ''}`,
    cell(`${schema.description} ${inWords(schema)}`),
    `\`${cell(JSON.stringify(schema.examples[0]))}\``,
  ];

/** Keys inside a map, or inside each entry of a list. */
const inner = (schema) => {
  const { properties, required = [] } = schema.items?.properties === undefined ? schema : schema.items;
  if (properties === undefined) return [];
  return [table(['key (* must be there)', 'what it says', 'example'], Object.entries(properties).map(row(required)))];
};

const resolver = (root) => (schema) => (schema.$ref === undefined ? schema : root.$defs[schema.$ref.replace('#/$defs/', '')]);

/** What is written of a rule: the same for all, but for its options, which its page tells. */
const ruleKeys = (root) => {
  const { level, because } = root.$defs;
  return [
    'A rule is named with its level alone, or with these keys:',
    table(
      ['key (* must be there)', 'what it says', 'example'],
      [
        ...Object.entries({ level, because }).map(row([])),
        ['an option of the rule', 'What may be set of it: see [its page](rules.md).', '`"maxWords": 40`'],
      ],
    ),
    fenced(
      'yaml',
      stringify({
        rules: {
          'menu-too-wide': 'error',
          'prompt-too-long': { level: 'warning', maxWords: 40 },
          'no-barge-in': { level: 'off', because: 'Our lines are answered by people only.' },
        },
      }),
    ),
  ];
};

const configPage = (root) => {
  const resolve = resolver(root);
  const resolvedInner = (schema) =>
    inner(
      schema.items?.properties?.rules === undefined
        ? schema
        : {
            ...schema,
            items: {
              ...schema.items,
              properties: Object.fromEntries(Object.entries(schema.items.properties).map(([key, value]) => [key, resolve(value)])),
            },
          },
    );
  const parts = Object.entries(root.properties).flatMap(([key, written]) => {
    const schema = resolve(written);
    const more = key === 'rules' ? ruleKeys(root) : [yaml(key, schema.examples[0]), ...resolvedInner(schema)];
    return [`## \`${key}\``, `${schema.description} ${inWords(schema)}`, ...more];
  });
  return [
    generatedFrom(FROM),
    '# carelint.yaml',
    `${root.description} It stands at the root of what it speaks of; \`carelint init\` writes a first one, \`carelint check --print-config\` shows what is in force, and [its schema](schemas.md) lets an editor complete it. No key is compulsory.`,
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
};

const schemasPage = (schemas, kinds) => {
  const rows = kinds.map((kind) => {
    const { title, description, $id } = schemas[kind];
    return [`[\`${kind}\`](../packages/policy-schema/schemas/${kind}.schema.json)`, cell(title), cell(description), `\`${$id}\``];
  });
  return [
    generatedFrom(FROM),
    '# Schemas',
    'Every document that people write for carelint, and every one that it writes for programs, has a JSON Schema (draft 2020-12). They come with `@carelint/policy-schema`; `carelint schema NAME` prints one. With the YAML language server an editor completes keys, explains them and marks mistakes:',
    fenced('yaml', '# yaml-language-server: $schema=../node_modules/@carelint/policy-schema/schemas/flow.schema.json\nflow: opening-hours'),
    table(['name', 'document', 'what it is', 'id'], rows),
    'The `1` in an id is the version of their form.',
  ]
    .join('\n\n')
    .concat('\n');
};

/** Path -> text. */
export const schemaPages = async () => {
  const description = await loadDescription();
  const schemas = description.schemas(builtInRules());
  return {
    'docs/config.md': configPage(schemas.config),
    'docs/schemas.md': schemasPage(schemas, description.PUBLISHED_KINDS),
  };
};
