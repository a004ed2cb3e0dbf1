/**
 * Checks values against the schemas of this package: just the keywords that these use (a test compares it with Ajv). Code that Ajv writes for them is
 * half a megabyte that every start of the command would have to parse; a schema that is turned into functions when it is first needed costs a millisecond.
 */
import type { Mistake } from './explain/problem.js';
import type { Schema, Schemas } from './schema.js';

/** No document needs more to be mended than this; a hostile one cannot make us write more. */
const MOST_MISTAKES = 2_000;

/** One walk through a value. */
interface Walk {
  /** Keys from the root to the value at hand. */
  readonly route: (string | number)[];
  readonly mistakes: Mistake[];
  /** Above 0 where it is only asked whether something holds. */
  asking: number;
}

/** Whether a value holds; what is wrong with it is added to the walk. */
type Test = (value: unknown, walk: Walk) => boolean;

/** Where a keyword stands. */
interface Position {
  readonly keyword: string;
  readonly schema: Schema;
  readonly path: string;
  readonly definitions: Definitions;
}

type Definitions = ReadonlyMap<string, Test>;
type Values = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = ({ keyword, schema, path }: Position, value: unknown, walk: Walk, params: Parameters = {}): false => {
  if (walk.asking === 0 && walk.mistakes.length < MOST_MISTAKES) walk.mistakes.push({ keyword, schema, schemaPath: `${path}/${keyword}`, params, value, route: [...walk.route] });
  return false;
};

const inside = (test: Test, key: string | number, value: unknown, walk: Walk): boolean => {
  walk.route.push(key);
  const holds = test(value, walk);
  walk.route.pop();
  return holds;
};

const asks = (test: Test, value: unknown, walk: Walk): boolean => {
  walk.asking += 1;
  const holds = test(value, walk);
  walk.asking -= 1;
  return holds;
};

/** All tests, even after one has failed: each mistake is worth telling. */
const all = (tests: readonly Test[]): Test => {
  const [only] = tests;
  if (only === undefined) return () => true;
  if (tests.length === 1) return only;
  return (value, walk) => {
    let holds = true;
    for (const test of tests) if (!test(value, walk)) holds = false;
    return holds;
  };
};

const IS_OF: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isMap,
};

type Keyword = (operand: unknown, position: Position) => Test;

const size = (measure: (value: unknown) => number | undefined, fits: (size: number, limit: number) => boolean): Keyword => (operand, position) => {
  const limit = operand as number;
  return (value, walk) => {
    const measured = measure(value);
    return measured === undefined || fits(measured, limit) || wrong(position, value, walk, { limit });
  };
};

const atLeast = (measured: number, limit: number): boolean => measured >= limit;
const atMost = (measured: number, limit: number): boolean => measured <= limit;
const amount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const letters = (value: unknown): number | undefined => (typeof value === 'string' ? value.length : undefined);
const entries = (value: unknown): number | undefined => (Array.isArray(value) ? value.length : undefined);
const keys = (value: unknown): number | undefined => (isMap(value) ? Object.keys(value).length : undefined);

const type: Keyword = (operand, position) => {
  const kinds = [operand].flat().flatMap((name) => IS_OF[String(name)] ?? []);
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return (value, walk) => only(value) || wrong(position, value, walk);
  return (value, walk) => kinds.some((isOf) => isOf(value)) || wrong(position, value, walk);
};

const oneOf: Keyword = (operand, position) => {
  const possible = new Set(operand as readonly unknown[]);
  return (value, walk) => possible.has(value) || wrong(position, value, walk);
};

const pattern: Keyword = (operand, position) => {
  const expression = new RegExp(String(operand), 'u');
  return (value, walk) => typeof value !== 'string' || expression.test(value) || wrong(position, value, walk);
};

const reference: Keyword = (operand, { definitions }) => {
  const name = String(operand).replace('#/$defs/', '');
  return (value, walk) => definitions.get(name)?.(value, walk) ?? true;
};

const not: Keyword = (operand, position) => {
  const test = within(operand, position);
  return (value, walk) => !asks(test, value, walk) || wrong(position, value, walk);
};

/** The name in a condition that only asks for one key, such as the verb of a step: these are asked so often that they deserve a short cut. */
const onlyRequired = (condition: Schema): string | undefined => {
  const names = condition['required'];
  return Object.keys(condition).length === 1 && Array.isArray(names) && names.length === 1 ? String(names[0]) : undefined;
};

const conditional: Keyword = (operand, position) => {
  const name = onlyRequired(operand as Schema);
  const then = within(position.schema['then'], { ...position, keyword: 'then' });
  if (name !== undefined) return (value, walk) => (isMap(value) && !Object.hasOwn(value, name)) || then(value, walk);
  const condition = within(operand, position);
  return (value, walk) => !asks(condition, value, walk) || then(value, walk);
};

const items: Keyword = (operand, position) => {
  const test = within(operand, position);
  return (value, walk) => {
    if (!Array.isArray(value)) return true;
    let holds = true;
    for (let index = 0; index < value.length; index += 1) if (!inside(test, index, value[index], walk)) holds = false;
    return holds;
  };
};

const required: Keyword = (operand, position) => {
  const names = operand as readonly string[];
  return (value, walk) => {
    if (!isMap(value)) return true;
    let holds = true;
    for (const missingProperty of names) if (!Object.hasOwn(value, missingProperty)) holds = wrong(position, value, walk, { missingProperty });
    return holds;
  };
};

const propertyNames: Keyword = (operand, position) => {
  const test = within(operand, position);
  return (value, walk) => {
    if (!isMap(value)) return true;
    let holds = true;
    for (const propertyName of Object.keys(value)) if (!asks(test, propertyName, walk)) holds = wrong(position, value, walk, { propertyName });
    return holds;
  };
};

const patternsOf = (schema: Schema): readonly RegExp[] => Object.keys(schema['patternProperties'] ?? {}).map((source) => new RegExp(source, 'u'));

const additionalProperties: Keyword = (operand, position) => {
  const known = new Set(Object.keys(position.schema['properties'] ?? {}));
  const patterns = patternsOf(position.schema);
  const test = typeof operand === 'object' ? within(operand, position) : undefined;
  if (operand === true) return () => true;
  return (value, walk) => {
    if (!isMap(value)) return true;
    let holds = true;
    for (const additionalProperty of Object.keys(value)) {
      if (known.has(additionalProperty) || patterns.some((expression) => expression.test(additionalProperty))) continue;
      const fits = test === undefined ? wrong(position, value, walk, { additionalProperty }) : inside(test, additionalProperty, value[additionalProperty], walk);
      if (!fits) holds = false;
    }
    return holds;
  };
};

const properties: Keyword = (operand, position) => {
  const tests = Object.entries(operand as Schemas).map(([name, schema]) => [name, within(schema, position, name)] as const);
  const byName = new Map(tests);
  return (value, walk) => {
    if (!isMap(value)) return true;
    let holds = true;
    for (const name of Object.keys(value)) {
      const test = byName.get(name);
      if (test !== undefined && !inside(test, name, value[name], walk)) holds = false;
    }
    return holds;
  };
};

const patternProperties: Keyword = (operand, position) => {
  const tests = Object.entries(operand as Schemas).map(([source, schema]) => ({ expression: new RegExp(source, 'u'), test: within(schema, position, source) }));
  return (value, walk) => {
    if (!isMap(value)) return true;
    let holds = true;
    for (const name of Object.keys(value)) {
      for (const { expression, test } of tests) if (expression.test(name) && !inside(test, name, value[name], walk)) holds = false;
    }
    return holds;
  };
};

/** The keywords in the order in which their mistakes are told. Others are for people and editors. */
const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type,
  $ref: reference,
  minimum: size(amount, atLeast),
  exclusiveMinimum: size(amount, (measured, limit) => measured > limit),
  maximum: size(amount, atMost),
  minLength: size(letters, atLeast),
  pattern,
  const: (operand, position) => (value, walk) => value === operand || wrong(position, value, walk),
  enum: oneOf,
  not,
  allOf: (operand, position) => all((operand as readonly Schema[]).map((schema, index) => within(schema, position, String(index)))),
  if: conditional,
  minItems: size(entries, atLeast),
  items,
  maxProperties: size(keys, atMost),
  minProperties: size(keys, atLeast),
  required,
  propertyNames,
  additionalProperties,
  properties,
  patternProperties,
};

/** The keywords that are judged here. */
export const JUDGED: readonly string[] = Object.keys(KEYWORDS);

const escaped = (name: string): string => name.replace(/~/gu, '~0').replace(/\//gu, '~1');

/** The test of a schema that stands below a keyword of another. */
const within = (schema: unknown, { keyword, path, definitions }: Position, name?: string): Test =>
  testOf(schema as Schema | boolean, `${path}/${keyword}${name === undefined ? '' : `/${escaped(name)}`}`, definitions);

const testOf = (schema: Schema | boolean, path: string, definitions: Definitions): Test => {
  if (typeof schema === 'boolean') return () => schema;
  return all(Object.entries(KEYWORDS).flatMap(([keyword, make]) => (Object.hasOwn(schema, keyword) ? [make(schema[keyword], { keyword, schema, path, definitions })] : [])));
};

/** Turns a schema into a function that tells the mistakes in a value: none where it holds. */
export const mistakesBy = (schema: Schema): ((value: unknown) => readonly Mistake[]) => {
  const definitions = new Map<string, Test>();
  for (const [name, definition] of Object.entries((schema['$defs'] ?? {}) as Schemas)) definitions.set(name, testOf(definition, `#/$defs/${escaped(name)}`, definitions));
  const test = testOf(schema, '#', definitions);
  return (value) => {
    const walk: Walk = { route: [], mistakes: [], asking: 0 };
    test(value, walk);
    return walk.mistakes;
  };
};
