/** Brings the TypeScript description of the schemas to life: esbuild bundles it, Node runs it. So nothing needs to be compiled before it can be generated. */
import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { load } from 'js-yaml';

export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const policies = join(packageRoot, '..', '..', 'policies');

const folders = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

const ruleIn = (path) => {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  const rule = load(text);
  return [{ id: rule.rule, title: rule.title, options: rule.options ?? {} }];
};

/** The rules under `policies/<promise>/<rule>/rule.yaml`, as far as the config's schema must know them. */
export const builtInRules = (root = policies) =>
  folders(root)
    .flatMap((promise) => folders(join(root, promise)).flatMap((rule) => ruleIn(join(root, promise, rule, 'rule.yaml'))))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The description, as a module: `schemas(rules)` and `types(schemas)`. */
export const loadDescription = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot, 'src/define/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
