import { isNotSeen } from '../model/step.js';
import { both, either, every, MAYBE, NO, opposite, some, truth, YES, type Truth } from './truth.js';
import { isMap } from '../source/values.js';

/** Whether a value satisfies a schema. A part that could not be seen makes the answer maybe, unless the rest decides it. */
export type ValueTest = (value: unknown) => Truth;

/** Compiles a regular expression; throws an Error with a sentence if it is not acceptable. */
export type PatternCompiler = (source: string) => { test(text: string): boolean };

/** Reports a mistake in a schema, at the keys that lead to it. Never returns. */
export type SchemaFault = (keys: readonly (string | number)[], message: string) => never;

type Keyword = (operand: unknown, schema: Record<string, unknown>, context: Context) => ValueTest;

interface Context {
  readonly at: readonly (string | number)[];
  readonly fault: SchemaFault;
  readonly pattern: PatternCompiler;
}

const within = (context: Context, ...keys: (string | number)[]): Context => ({ ...context, at: [...context.at, ...keys] });

/**
 * Compiles a JSON Schema (2020-12, the keywords that policies need) into a three-valued test. Boundaries of sizes hold for what is there:
 * a list with a hole in it has the length it shows. Unknown keywords are mistakes, not annotations.
 */
export const compileValueSchema = (schema: unknown, fault: SchemaFault, pattern: PatternCompiler): ValueTest =>
  compile(schema, { at: [], fault, pattern });

const ANNOTATIONS = new Set(['title', 'description', 'examples', 'default', '$comment']);

const compile = (schema: unknown, context: Context): ValueTest => {
  if (typeof schema === 'boolean') return () => truth(schema);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    return context.fault(context.at, 'A JSON Schema is expected here: a block of keywords such as `const: 3`, or true or false.');
  const tests: ValueTest[] = [];
  for (const [keyword, operand] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword)) continue;
    const make = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    if (make === undefined)
      return context.fault(
        [...context.at, keyword],
        `\`${keyword}\` is not a JSON Schema keyword that policies know. Known: ${Object.keys(KEYWORDS).join(', ')}.`,
      );
    tests.push(make(operand, schema as Record<string, unknown>, within(context, keyword)));
  }
  if (tests.length === 0) return () => YES;
  return (value) => (isNotSeen(value) ? MAYBE : every(tests, (test) => test(value)));
};

/** Three-valued equality: holes may equal anything. */
const equals = (a: unknown, b: unknown): Truth => {
  if (isNotSeen(a) || isNotSeen(b)) return MAYBE;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length ? every([...a.keys()], (i) => equals(a[i], b[i])) : NO;
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length ? every(keys, (key) => (Object.hasOwn(b, key) ? equals(a[key], b[key]) : NO)) : NO;
  }
  return truth(Object.is(a, b) || a === b);
};

const isOfType = (value: unknown, type: unknown): boolean => {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isMap(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
};

const number =
  (holds: (value: number, limit: number) => boolean): Keyword =>
  (limit, _schema, { at, fault }) =>
    typeof limit === 'number' ? (value) => (typeof value === 'number' ? truth(holds(value, limit)) : YES) : fault(at, 'This must be a number.');

const size =
  (kind: 'string' | 'array' | 'object', holds: (size: number, limit: number) => boolean): Keyword =>
  (limit, _schema, { at, fault }) => {
    if (typeof limit !== 'number') return fault(at, 'This must be a whole number.');
    const measure = (value: unknown): number | undefined =>
      kind === 'string' && typeof value === 'string'
        ? Array.from(value).length
        : kind === 'array' && Array.isArray(value)
          ? value.length
          : kind === 'object' && isMap(value)
            ? Object.keys(value).length
            : undefined;
    return (value) => {
      const n = measure(value);
      return n === undefined ? YES : truth(holds(n, limit));
    };
  };

const list =
  (combine: (tests: readonly ValueTest[], value: unknown) => Truth): Keyword =>
  (operand, _schema, context) => {
    if (!Array.isArray(operand)) return context.fault(context.at, 'This must be a list of schemas.');
    const tests = operand.map((item, i) => compile(item, within(context, i)));
    return (value) => combine(tests, value);
  };

const exactlyOne = (tests: readonly ValueTest[], value: unknown): Truth => {
  const results = tests.map((test) => test(value));
  const sure = results.filter((r) => r === YES).length;
  const open = results.filter((r) => r === MAYBE).length;
  if (sure > 1) return NO;
  return open > 0 ? MAYBE : truth(sure === 1);
};

const properties: Keyword = (operand, _schema, context) => {
  if (!isMap(operand)) return context.fault(context.at, 'This must be a block with one schema a key.');
  const tests = Object.entries(operand).map(([key, schema]) => [key, compile(schema, within(context, key))] as const);
  return (value) => (isMap(value) ? every(tests, ([key, test]) => (Object.hasOwn(value, key) ? test(value[key]) : YES)) : YES);
};

const additional: Keyword = (operand, schema, context) => {
  const known = new Set(Object.keys(isMap(schema['properties']) ? schema['properties'] : {}));
  const test = compile(operand, context);
  return (value) =>
    isMap(value)
      ? every(
          Object.keys(value).filter((key) => !known.has(key)),
          (key) => test(value[key]),
        )
      : YES;
};

const contains: Keyword = (operand, schema, context) => {
  const test = compile(operand, context);
  const least = typeof schema['minContains'] === 'number' ? schema['minContains'] : 1;
  const most = typeof schema['maxContains'] === 'number' ? schema['maxContains'] : Infinity;
  return (value) => {
    if (!Array.isArray(value)) return YES;
    const results = value.map(test);
    const sure = results.filter((r) => r === YES).length;
    const possible = results.filter((r) => r !== NO).length;
    const enough = sure >= least ? YES : possible >= least ? MAYBE : NO;
    const few = possible <= most ? YES : sure <= most ? MAYBE : NO;
    return both(enough, few);
  };
};

const condition: Keyword = (operand, schema, context) => {
  const test = compile(operand, context);
  const parent = { ...context, at: context.at.slice(0, -1) };
  const branch = (key: 'then' | 'else'): ValueTest => (schema[key] === undefined ? () => YES : compile(schema[key], within(parent, key)));
  const then = branch('then');
  const otherwise = branch('else');
  return (value) => {
    const result = test(value);
    return both(either(opposite(result), then(value)), either(result, otherwise(value)));
  };
};

const names = (operand: unknown, context: Context): readonly string[] =>
  Array.isArray(operand) && operand.every((x) => typeof x === 'string') ? operand : context.fault(context.at, 'This must be a list of names.');

const done: Keyword = () => () => YES;

const compilePattern = (source: string, pattern: PatternCompiler, fault: (message: string) => never): ReturnType<PatternCompiler> => {
  try {
    return pattern(source);
  } catch (error) {
    return fault(`This regular expression cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (types) => (value) => some(Array.isArray(types) ? types : [types], (type) => truth(isOfType(value, type))),
  const: (wanted) => (value) => equals(value, wanted),
  enum: (wanted, _schema, { at, fault }) =>
    Array.isArray(wanted) ? (value) => some(wanted, (one) => equals(value, one)) : fault(at, 'This must be a list of values.'),
  not: (operand, _schema, context) => {
    const test = compile(operand, context);
    return (value) => opposite(test(value));
  },
  allOf: list((tests, value) => every(tests, (test) => test(value))),
  anyOf: list((tests, value) => some(tests, (test) => test(value))),
  oneOf: list(exactlyOne),
  minimum: number((value, limit) => value >= limit),
  maximum: number((value, limit) => value <= limit),
  exclusiveMinimum: number((value, limit) => value > limit),
  exclusiveMaximum: number((value, limit) => value < limit),
  multipleOf: number((value, limit) => Number.isInteger(value / limit)),
  minLength: size('string', (n, limit) => n >= limit),
  maxLength: size('string', (n, limit) => n <= limit),
  minItems: size('array', (n, limit) => n >= limit),
  maxItems: size('array', (n, limit) => n <= limit),
  minProperties: size('object', (n, limit) => n >= limit),
  maxProperties: size('object', (n, limit) => n <= limit),
  pattern: (source, _schema, { at, fault, pattern }) => {
    if (typeof source !== 'string') return fault(at, 'This must be a regular expression.');
    const compiled = compilePattern(source, pattern, (message) => fault(at, message));
    return (value) => (typeof value === 'string' ? truth(compiled.test(value)) : YES);
  },
  required: (keys, _schema, context) => {
    const wanted = names(keys, context);
    return (value) => (isMap(value) ? truth(wanted.every((key) => Object.hasOwn(value, key))) : YES);
  },
  properties,
  additionalProperties: additional,
  propertyNames: (operand, _schema, context) => {
    const test = compile(operand, context);
    return (value) => (isMap(value) ? every(Object.keys(value), test) : YES);
  },
  items: (operand, _schema, context) => {
    const test = compile(operand, context);
    return (value) => (Array.isArray(value) ? every(value, test) : YES);
  },
  contains,
  minContains: done,
  maxContains: done,
  uniqueItems: (wanted) => (value) =>
    wanted === true && Array.isArray(value)
      ? every([...value.keys()], (i) => every(value.slice(0, i) as unknown[], (earlier) => opposite(equals(earlier, value[i]))))
      : YES,
  if: condition,
  then: done,
  else: done,
};
