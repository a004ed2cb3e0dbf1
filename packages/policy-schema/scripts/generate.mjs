/**
 * Writes everything that follows from the description in `src/define`:
 *   (nothing)      schemas/*.schema.json and src/generated/types.ts, which are committed
 *   --check        compares them instead, and exits with 1 when one is stale
 *   --validators   dist/validators.js, which is not committed
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtInRules, loadDescription, packageRoot } from './description.mjs';

const readOrNothing = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const committedFiles = (schemas, types) => [
  ...Object.entries(schemas).map(([name, schema]) => [`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  ['src/generated/types.ts', types],
];

const check = (files) => {
  const stale = files.filter(([name, text]) => readOrNothing(join(packageRoot, name)) !== text);
  for (const [name] of stale) console.error(`packages/policy-schema/${name} is stale. Run: npm run generate -w @carelint/policy-schema`);
  process.exitCode = stale.length > 0 ? 1 : 0;
};

const write = (files) => {
  for (const [name, text] of files) {
    const path = join(packageRoot, name);
    mkdirSync(dirname(path), { recursive: true });
    if (readOrNothing(path) !== text) writeFileSync(path, text);
  }
};

const description = await loadDescription();
const schemas = description.schemas(builtInRules());
if (process.argv.includes('--validators')) {
  const { validatorsModule } = await import('./validators.mjs');
  write([['dist/validators.js', await validatorsModule(schemas, description.DOCUMENT_KINDS)]]);
} else if (process.argv.includes('--check')) check(committedFiles(schemas, description.types(schemas)));
else write(committedFiles(schemas, description.types(schemas)));
