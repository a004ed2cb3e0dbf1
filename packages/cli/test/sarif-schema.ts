import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Validate = ((value: unknown) => boolean) & { errors?: unknown };
const validator = (): Validate => {
  const { default: Ajv } = createRequire(new URL('../../policy-schema/package.json', import.meta.url))('ajv') as {
    default: new (options: object) => { compile: (schema: object) => Validate };
  };
  const {
    $schema: _draft,
    id: _id,
    ...schema
  } = JSON.parse(readFileSync(new URL('sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')) as Record<string, unknown>;
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
};
const isValid = validator();

/** What keeps a log from being SARIF, by the schema of the standard. */
export const sarifProblems = (log: unknown): unknown => (isValid(log) ? [] : isValid.errors);
