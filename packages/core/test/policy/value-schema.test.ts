import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileValueSchema, type ValueTest } from '../../src/policy/value-schema.js';

const fault = (keys: readonly (string | number)[], message: string): never => {
  throw new Error(`${keys.join('.')}: ${message}`);
};

const compile = (schema: unknown): ValueTest => compileValueSchema(schema, fault, (source) => new RegExp(source, 'u'));

const names = fc.constantFrom('a', 'b', 'c');
const scalars = fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'x', 'xx', 'wait'));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.boolean(),
    fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'array', 'object', 'boolean', 'null') }),
    fc.record({ const: scalars }),
    fc.record({ enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 3 }) }),
    fc.record({ minimum: fc.integer({ min: -2, max: 2 }), exclusiveMaximum: fc.integer({ min: -2, max: 2 }) }),
    fc.record({ minLength: fc.nat(2), maxItems: fc.nat(3), minProperties: fc.nat(2) }),
    fc.record({ pattern: fc.constantFrom('^x', 'it$') }),
    fc.record({ not: tie('schema') }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      properties: fc.dictionary(names, tie('schema'), { maxKeys: 2, noNullPrototype: true }),
      required: fc.uniqueArray(names, { maxLength: 2 }),
      additionalProperties: tie('schema'),
    }),
    fc.record({ items: tie('schema') }),
    fc.record({ contains: tie('schema'), minContains: fc.nat(2) }),
    fc.record({ contains: tie('schema'), maxContains: fc.nat(2) }),
    fc.record({ if: tie('schema'), then: tie('schema'), else: tie('schema') }),
    fc.record({ uniqueItems: fc.boolean(), propertyNames: tie('schema') }),
  ),
}));

const ajv = new Ajv2020({ strict: false, allErrors: false });
const HOLE = { unknown: 'it is filled in when the flow runs' };

/** Replaces one part of a value, found by a list of turns. */
const withPart = (whole: unknown, turns: readonly number[], part: unknown): unknown => {
  const [turn, ...rest] = turns;
  const keys = typeof whole === 'object' && whole !== null ? Object.keys(whole) : [];
  if (turn === undefined || keys.length === 0) return part;
  const key = keys[turn % keys.length]!;
  const own = whole as Record<string, unknown>;
  const changed = withPart(own[key], rest, part);
  return Array.isArray(whole) ? whole.map((item: unknown, i) => (String(i) === key ? changed : item)) : { ...own, [key]: changed };
};

describe('a JSON Schema as a three-valued test', () => {
  it('agrees with a validator on values without holes', () => {
    fc.assert(
      fc.property(schema, value, (s, v) => {
        expect(compile(s)(v)).toBe(ajv.validate(s as object, v) ? 2 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is only sure of a value with a hole where every filling gives the same answer', () => {
    fc.assert(
      fc.property(schema, value, fc.array(fc.nat(5), { maxLength: 3 }), fc.array(value, { minLength: 5, maxLength: 5 }), (s, v, turns, fillings) => {
        const test = compile(s);
        const answer = test(withPart(v, turns, HOLE));
        for (const filling of fillings) {
          const filled = test(withPart(v, turns, filling));
          if (answer !== 1) expect(filled).toBe(answer);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [{ contains: { const: 'case-number' } }, ['wait', HOLE], 1],
    [{ contains: { const: 'case-number' } }, ['case-number', HOLE], 2],
    [{ not: { contains: { const: '0' } } }, HOLE, 1],
    [{}, HOLE, 2],
    [{ minItems: 2 }, [HOLE, HOLE], 2],
    [{ const: { a: 1 } }, { a: HOLE }, 1],
    [{ const: { a: 1, b: 2 } }, { a: HOLE, b: 3 }, 0],
  ])('%j of %j is %i', (s, v, answer) => expect(compile(s)(v)).toBe(answer));

  it('refuses what it does not know, with the keys that lead to it', () => {
    expect(() => compile({ properties: { a: { minimun: 3 } } })).toThrow('properties.a.minimun: `minimun` is not a JSON Schema keyword');
    expect(() => compile({ allOf: [3] })).toThrow('allOf.0: A JSON Schema is expected here');
  });
});
