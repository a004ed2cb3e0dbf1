import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import * as core from '../../core/src/model/step.js';
import * as coreArtefact from '../../core/src/model/artefact.js';
import * as vocabulary from '../src/vocabulary.js';

type Schema = Readonly<Record<string, unknown>>;

const folder = new URL('../schemas/', import.meta.url);
const schemas = readdirSync(folder).map(
  (file) => [file.replace('.schema.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema] as const,
);

const ANNOTATIONS = ['enumDescriptions', 'errorMessage', 'patternErrorMessage', 'defaultSnippets', 'doNotSuggest'];
const DRAFT_07 = [
  '$schema',
  '$id',
  '$ref',
  '$defs',
  'title',
  'description',
  'default',
  'examples',
  'type',
  'enum',
  'const',
  'pattern',
  'format',
  'minLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'items',
  'minItems',
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'required',
  'minProperties',
  'maxProperties',
  'allOf',
  'not',
  'if',
  'then',
];

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const maps = ['properties', 'patternProperties', '$defs'];
const held = ['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then'];

const escaped = (name: string): string => encodeURIComponent(name.replace(/~/gu, '~0').replace(/\//gu, '~1'));

/** Every schema within a schema, with its path. `if` only asks, so what it names are no properties of their own. */
const within = (schema: Schema, path: string): readonly (readonly [string, Schema])[] => [
  [path, schema],
  ...maps.flatMap((map) =>
    Object.entries((schema[map] ?? {}) as Schema).flatMap(([name, inner]) =>
      isSchema(inner) ? within(inner, `${path}/${map}/${escaped(name)}`) : [],
    ),
  ),
  ...held.flatMap((key) => (isSchema(schema[key]) ? within(schema[key], `${path}/${key}`) : [])),
  ...((schema['allOf'] ?? []) as readonly Schema[]).flatMap((inner, index) => within(inner, `${path}/allOf/${index}`)),
];

/** Properties as an editor shows them: a reference stands for its target. */
const properties = (root: Schema) =>
  within(root, '#')
    .filter(([path]) => !path.split('/').includes('if'))
    .flatMap(([path, schema]) =>
      ['properties', 'patternProperties'].flatMap((map) =>
        Object.entries((schema[map] ?? {}) as Record<string, Schema>).map(([name, property]) => {
          const target =
            typeof property['$ref'] === 'string' ? (root['$defs'] as Record<string, Schema>)[property['$ref'].replace('#/$defs/', '')] : property;
          return [`${path}/${map}/${escaped(name)}`, target ?? {}] as const;
        }),
      ),
    );

const ajv = () => {
  const instance = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false, validateFormats: false });
  for (const keyword of ANNOTATIONS) instance.addKeyword(keyword);
  return instance;
};

describe.each(schemas)('%s.schema.json', (name, schema) => {
  test('has its address', () => {
    expect(schema['$id']).toBe(`https://carelint.dev/schemas/1/${name}.schema.json`);
  });

  test('uses only keywords that draft-07 editors know', () => {
    const strange = within(schema, '#').flatMap(([path, inner]) =>
      Object.keys(inner)
        .filter((key) => ![...DRAFT_07, ...ANNOTATIONS].includes(key) && !path.includes('/options/') && !path.includes('/rules/'))
        .map((key) => `${path}: ${key}`),
    );
    expect(strange).toEqual([]);
  });

  test('has nothing beside a $ref', () => {
    expect(
      within(schema, '#')
        .filter(([, inner]) => '$ref' in inner && Object.keys(inner).length > 1)
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('every property has a title, a description and an example', () => {
    const bare = properties(schema).filter(
      ([, property]) =>
        typeof property['title'] !== 'string' ||
        typeof property['description'] !== 'string' ||
        property['description'].length < 8 ||
        !Array.isArray(property['examples']) ||
        property['examples'].length === 0,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test('every example is valid for its own property', () => {
    const instance = ajv();
    instance.addSchema(schema);
    const exampled = new Map([...properties(schema), ...within(schema, '#')].filter(([, property]) => Array.isArray(property['examples'])));
    const wrong = [...exampled].flatMap(([path, property]) => {
      const check = instance.compile({ $ref: `${String(schema['$id'])}${path}` });
      return (property['examples'] as readonly unknown[])
        .filter((example) => !check(example))
        .map((example) => `${path}: ${JSON.stringify(example)} ${JSON.stringify(check.errors?.[0])}`);
    });
    expect(wrong).toEqual([]);
  });

  test('means the same to a draft-07 validator', () => {
    const old = new Ajv({ strict: false, validateFormats: false });
    const body = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
    const both = [ajv().compile(schema), old.compile(body)];
    for (const document of [...(schema['examples'] as readonly unknown[]), {}, [], { [name]: 1 }])
      expect(both[1]?.(document)).toBe(both[0]?.(document));
  });
});

test('what is committed is what the description says', () => {
  const script = fileURLToPath(new URL('../scripts/generate.mjs', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('the words for steps, events and documents are those of the core', () => {
  expect(vocabulary.STEP_KINDS).toEqual(core.STEP_KINDS);
  expect(vocabulary.EDGE_EVENTS).toEqual(core.EDGE_EVENTS);
  expect(vocabulary.ARTEFACT_KINDS).toEqual(coreArtefact.ARTEFACT_KINDS);
  expect(vocabulary.ROLES).toEqual(coreArtefact.ROLES);
  expect(vocabulary.CHANNELS).toEqual(coreArtefact.CHANNELS);
});
