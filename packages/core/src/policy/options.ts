import { nearest } from '@carelint/policy-schema';
import type { Fault } from './fault.js';
import { YES } from './truth.js';
import { compileValueSchema, type PatternCompiler } from './value-schema.js';
import { isMap } from '../source/values.js';

/** Options in force: the rule's defaults, overruled by what the config gives. What the config gives was checked against the generated schema for built-in rules; here all are. */
export const resolveOptions = (
  declared: unknown,
  given: Readonly<Record<string, unknown>>,
  rule: string,
  fault: Fault,
  pattern: PatternCompiler,
): Record<string, unknown> => {
  const schemas = isMap(declared) ? declared : {};
  const options: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(schemas)) if (isMap(schema) && schema['default'] !== undefined) options[name] = schema['default'];
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(schemas, name)) {
      const close = nearest(name, Object.keys(schemas));
      fault([], `The rule \`${rule}\` has no option \`${name}\`.${close === undefined ? '' : ` Did you mean \`${close}\`?`}`);
    }
    const test = compileValueSchema(schemas[name], (keys, message) => fault(['options', name, ...keys], message), pattern);
    if (test(value) !== YES) fault([], `The option \`${name}\` of the rule \`${rule}\` cannot be ${JSON.stringify(value)}.`);
    options[name] = value;
  }
  return options;
};

/** Puts options where `$name` stands for a whole value. */
export const substitute = (raw: unknown, options: Readonly<Record<string, unknown>>, fault: Fault): unknown => {
  if (typeof raw === 'string') {
    if (!/^\$[A-Za-z][\w-]*$/u.test(raw)) return raw;
    const name = raw.slice(1);
    if (Object.hasOwn(options, name)) return options[name];
    const close = nearest(name, Object.keys(options));
    return fault(
      [],
      `There is no option \`${name}\`.${close === undefined ? ' Declare it under `options`, with a default.' : ` Did you mean \`$${close}\`?`}`,
    );
  }
  if (Array.isArray(raw)) return raw.map((item, i) => substitute(item, options, (route, message) => fault([i, ...route], message)));
  if (!isMap(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, substitute(value, options, (route, message) => fault([key, ...route], message))]),
  );
};
