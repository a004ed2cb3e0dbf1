/**
 * Ajv writes the same dozen lines for each thing that a schema may refuse. Here those become calls, and what nothing reads is left out: a third remains to be
 * loaded at each start of the command. Ajv's version is pinned; what this does not know makes the build fail, and a test compares the outcome with Ajv's own.
 */

/** What the calls call. An error is what `ValidationError` in src/explain/problem.ts says; one without a path only follows from another. */
export const HELPERS = `
const isMap = (value) => value && typeof value == 'object' && !Array.isArray(value);
const join = (errors, more) => { if (errors === null) return more; for (const error of more) errors.push(error); return errors; };
const cut = (errors, length) => { if (length === 0) return null; if (errors !== null && errors.length > length) errors.length = length; return errors; };
const tell = (errors, instancePath, schemaPath, name) => {
  const error = { instancePath, schemaPath, name };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
};
`;

const REPORT = /const (err\d+) = (\{.*?\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/gsu;
const ERROR =
  /^\{instancePath(?::(?<path>.*?))?,schemaPath:(?<schemaPath>"[^"]*"(?:\s*\+.*?)?),keyword:"(?<keyword>[^"]*)",params:\{(?<params>.*?)\}(?<ofName>,propertyName:\w+)?\}$/su;
const NAME = /^(?:missingProperty|additionalProperty|propertyName): (.*)$/su;

/** An error in a condition has nothing in it: that something was refused is enough to know. */
const report = (_, __, error) => {
  if (error === '{}') return 'errors++;';
  const found = ERROR.exec(error)?.groups;
  if (found === undefined) throw new Error(`Ajv writes errors in a new way: ${error}`);
  if (found.ofName !== undefined || found.keyword === 'if') return 'vErrors = tell(vErrors);errors++;';
  const name = NAME.exec(found.params)?.[1];
  return `vErrors = tell(vErrors, ${found.path ?? 'instancePath'}, ${found.schemaPath}${name === undefined ? '' : `, ${name}`});errors++;`;
};

const SHORTER = [
  [REPORT, report],
  [/(?<![\w$])(data\d*|\w+) && typeof \1 == "object" && !Array\.isArray\(\1\)/gu, 'isMap($1)'],
  [
    /errors = (_errs\d+);if\(vErrors !== null\)\{if\(\1\)\{vErrors\.length = \1;\}else \{vErrors = null;\}\}/gu,
    'errors = $1;vErrors = cut(vErrors, $1);',
  ],
  [
    /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/gu,
    'errors += $1.errors.length;vErrors = join(vErrors, $1.errors);',
  ],
  [/\(data, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)/gu, '(data, instancePath = "")'],
  [/\{instancePath(?::((?:(?!,parentData).)*))?,parentData[^{}]*?,rootData\}/gu, (_, path = 'instancePath') => path],
];
const LEFT_OVER = /vErrors\.(?:push|concat|length)|schemaPath:|parentData|rootData|evaluated/u;

const SCHEMA = /const (schema\d+) = (\{.*?\}|\[.*?\]);(?=const |function |export |$)/gsu;
const STEP = /\.([\w$]+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]/gu;

/** The part of a schema that code reads; of properties only their names are ever asked for. */
const partOf = (schema, path) => {
  const keys = [...path.matchAll(STEP)].map(([, word, quoted, index]) => word ?? (quoted === undefined ? Number(index) : JSON.parse(`"${quoted}"`)));
  const part = keys.reduce((held, key) => held[key], schema);
  return keys.at(-1) === 'properties' ? Object.fromEntries(Object.keys(part).map((key) => [key, 1])) : part;
};

/** Puts the parts of schemas that the code reads in the place of the whole schemas. */
const withoutSchemas = (code) => {
  const schemas = new Map([...code.matchAll(SCHEMA)].map(([, name, text]) => [name, JSON.parse(text)]));
  const parts = new Map();
  const functions = code.replace(SCHEMA, '').replace(/\b(schema\d+)((?:\.[\w$]+|\["(?:[^"\\]|\\.)*"\]|\[\d+\])*)/gu, (_, name, path) => {
    if (!schemas.has(name)) throw new Error(`Ajv reads ${name}, which it has not written.`);
    const text = JSON.stringify(partOf(schemas.get(name), path));
    if (!parts.has(text)) parts.set(text, `part${parts.size}`);
    return parts.get(text);
  });
  return `${[...parts].map(([text, name]) => `const ${name} = ${text};`).join('')}${functions}`;
};

/** The same code, shorter. */
export const lean = (code) => {
  const shorter = withoutSchemas(
    SHORTER.reduce(
      (text, [pattern, replacement]) => text.replace(pattern, replacement),
      code.replaceAll(/\/\*# sourceURL=.*?\*\/|"use strict";/gsu, ''),
    ),
  );
  const strange = LEFT_OVER.exec(shorter);
  if (strange !== null) throw new Error(`Ajv writes its code in a new way: ${shorter.slice(Math.max(0, strange.index - 200), strange.index + 200)}`);
  return shorter;
};
