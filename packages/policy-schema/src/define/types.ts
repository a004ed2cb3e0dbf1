/** Writes TypeScript types from the schemas, with their descriptions as comments. Knows just the keywords that the schemas use. */
import type { Schema, Schemas } from '../schema.js';

const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/u)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/u.test(name) ? name : `'${name}'`);
const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));
const comment = (schema: Schema, indent: string): string =>
  typeof schema['description'] === 'string' ? `${indent}/** ${schema['description'].replace(/\*\//gu, '* /')} */\n` : '';

/** One document: its name, and the names of its definitions. */
interface Naming {
  readonly prefix: string;
}

const referred = (reference: unknown, { prefix }: Naming): string => `${prefix}${pascal(String(reference).replace('#/$defs/', ''))}`;

const members = (schema: Schema, naming: Naming, indent: string): readonly string[] => {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Schemas).map(
    ([name, held]) => `${comment(held, indent)}${indent}readonly ${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(held, naming, indent)};`,
  );
};

const openValues = (schema: Schema, naming: Naming, indent: string): string | undefined => {
  const additional = schema['additionalProperties'];
  if (typeof additional === 'object' && additional !== null) return typeOf(additional as Schema, naming, indent);
  const [byPattern] = Object.values((schema['patternProperties'] ?? {}) as Schemas);
  if (byPattern !== undefined) return typeOf(byPattern, naming, indent);
  return additional === false ? undefined : 'unknown';
};

const mapType = (schema: Schema, naming: Naming, indent: string): string => {
  const inside = `${indent}  `;
  const own = members(schema, naming, inside);
  const open = openValues(schema, naming, inside);
  if (own.length === 0) return open === undefined ? 'Readonly<Record<string, never>>' : `Readonly<Record<string, ${open}>>`;
  const rest = open === undefined ? [] : [`${inside}readonly [name: string]: unknown;`];
  return `{\n${[...own, ...rest].join('\n')}\n${indent}}`;
};

const byType = (type: string, schema: Schema, naming: Naming, indent: string): string => {
  switch (type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return `readonly (${typeOf((schema['items'] ?? {}) as Schema, naming, indent)})[]`.replace(/readonly \(([A-Za-z]+)\)\[\]/u, 'readonly $1[]');
    case 'object':
      return mapType(schema, naming, indent);
    default:
      return 'unknown';
  }
};

/** The names in a pattern that is a choice of names, and whether anything else matches too. */
const namesInPattern = (pattern: unknown): string | undefined => {
  const match = /^\^\(([a-z0-9|-]+)\)\$(\|.*)?$/u.exec(String(pattern));
  return match?.[1] === undefined
    ? undefined
    : [...match[1].split('|').map(literal), ...(match[2] === undefined ? [] : ['`$${string}`'])].join(' | ');
};

function typeOf(schema: Schema, naming: Naming, indent: string): string {
  if (schema['$ref'] !== undefined) return referred(schema['$ref'], naming);
  const [first] = (schema['allOf'] ?? []) as readonly Schema[];
  if (first?.['$ref'] !== undefined && schema['type'] === undefined) return referred(first['$ref'], naming);
  if (Array.isArray(schema['enum'])) return schema['enum'].map(literal).join(' | ');
  const types = [schema['type'] ?? 'unknown'].flat().map(String);
  return types
    .map((type) => (type === 'string' ? (namesInPattern(schema['pattern']) ?? 'string') : byType(type, schema, naming, indent)))
    .join(' | ');
}

interface Conditional {
  readonly if: { readonly required: readonly string[] };
  readonly then: Schema & {
    readonly properties: Schemas;
    readonly required?: readonly string[];
    readonly propertyNames: { readonly enum: readonly string[] };
  };
}

/** A step: one interface a verb, and the union of them. */
const stepTypes = (name: string, schema: Schema, naming: Naming): string => {
  const known = schema['properties'] as Schemas;
  const conditionals = schema['allOf'] as readonly Conditional[];
  const verbs = conditionals.map(
    ({
      if: {
        required: [verb = ''],
      },
      then,
    }) => {
      const properties = Object.fromEntries(then.propertyNames.enum.map((option) => [option, then.properties[option] ?? known[option] ?? {}]));
      const body = mapType({ properties, required: [verb, ...(then.required ?? [])], additionalProperties: false }, naming, '');
      return {
        type: `${naming.prefix}${pascal(verb)}Step`,
        text: `${comment(known[verb] ?? {}, '')}export interface ${naming.prefix}${pascal(verb)}Step ${body}`,
      };
    },
  );
  return [
    ...verbs.map(({ text }) => text),
    `${comment(schema, '')}export type ${name} =\n${verbs.map(({ type }) => `  | ${type}`).join('\n')};`,
  ].join('\n\n');
};

const declaration = (name: string, schema: Schema, naming: Naming): string => {
  if (schema['title'] === 'Step' && Array.isArray(schema['allOf'])) return stepTypes(name, schema, naming);
  const type = typeOf(schema, naming, '');
  return schema['type'] === 'object' && type.startsWith('{\n')
    ? `${comment(schema, '')}export interface ${name} ${type}`
    : `${comment(schema, '')}export type ${name} = ${type};`;
};

const documentTypes = (name: string, schema: Schema): string => {
  const prefix = pascal(name);
  const naming = { prefix };
  const definitions = Object.entries((schema['$defs'] ?? {}) as Schemas)
    .filter(([, held]) => held['type'] !== undefined)
    .map(([definition, held]) => declaration(`${prefix}${pascal(definition)}`, held, naming));
  return [declaration(`${prefix}Document`, schema, naming), ...definitions].join('\n\n');
};

/** The module `src/generated/types.ts`. */
export const types = (schemas: Schemas): string => {
  const parts = Object.entries(schemas).map(([name, schema]) => documentTypes(name, schema));
  return `/* Generated from src/define by scripts/generate.mjs. Do not edit. */\n\n${parts.join('\n\n')}\n`;
};
