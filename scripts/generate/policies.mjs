// Reads what lies under policies/: the rules, the named patterns, the phrase sets and the packs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

const NOT_A_PROMISE = new Set(['packs', 'words']);
/** Packs that are made from the rules. */
const MADE = ['recommended', 'strict'];

const folders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
const yamlFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
const parse = (file) => load(readFileSync(file, 'utf8'), { filename: file });

/** All policies under `home`, each file parsed. */
export const readPolicies = (home) => {
  const root = path.join(home, 'policies');
  const rules = folders(root)
    .filter((name) => !NOT_A_PROMISE.has(name))
    .flatMap((promise) => folders(path.join(root, promise)).map((id) => ({ promise, id, path: `policies/${promise}/${id}/rule.yaml` })))
    .filter((rule) => existsSync(path.join(home, rule.path)))
    .map((rule) => ({ ...rule, value: parse(path.join(home, rule.path)) }));
  const named = (folder) =>
    Object.fromEntries(yamlFiles(path.join(root, folder)).map((name) => [path.basename(name, '.yaml'), parse(path.join(root, folder, name))]));
  const define = path.join(root, 'define.yaml');
  const packs = Object.fromEntries(Object.entries(named('packs')).filter(([name]) => !MADE.includes(name)));
  return { rules, define: existsSync(define) ? parse(define) : {}, words: named('words'), packs };
};
