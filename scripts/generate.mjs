// Writes every file that is made from others. `--check` writes nothing and fails where one is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtin } from './generate/builtin.mjs';
import { claimsPage } from './generate/claims.mjs';
import { codeRulePages } from './generate/code-rule-pages.mjs';
import { codeRulesTable } from './generate/code-rules.mjs';
import { commandPages } from './generate/command-pages.mjs';
import { flowRules } from './generate/flow-rules.mjs';
import { pageAssets } from './generate/page-assets.mjs';
import { packPage } from './generate/pack-page.mjs';
import { packs } from './generate/packs.mjs';
import { readPolicies } from './generate/policies.mjs';
import { readersTable } from './generate/readers.mjs';
import { operationsPage } from './generate/operations-page.mjs';
import { ownRulePages } from './generate/own-rule-pages.mjs';
import { rulePages } from './generate/rule-pages.mjs';
import { ruleTable } from './generate/rule-table.mjs';
import { schemaPages } from './generate/schema-pages.mjs';

const home = path.resolve(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const policies = readPolicies(home);
const withPacks = packs(policies);

/** Path -> text; a text that is undefined is left alone. */
const files = {
  ...withPacks.files,
  'packages/core/src/readers/index.generated.ts': readersTable(home),
  'packages/core/src/policy/builtin.generated.ts': builtin({ ...policies, packs: { ...policies.packs, ...withPacks.values } }),
  'packages/eslint-plugin/src/rules/index.generated.ts': codeRulesTable(home),
  'packages/eslint-plugin/src/flow-rules/policies.generated.ts': flowRules(policies, withPacks.values),
  'packages/cli/src/report/html/assets.generated.ts': pageAssets(home),
  'README.md': ruleTable(home, policies),
  'policies/README.md': claimsPage(home, policies),
  'docs/packs.md': packPage(policies, withPacks.values),
  ...(await codeRulePages(home)),
  ...(await rulePages(home, policies, withPacks.values)),
  ...(await operationsPage(home, policies)),
  ...(await ownRulePages(home)),
  ...(await commandPages(home)),
  ...(await schemaPages()),
};

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const stale = Object.entries(files).filter(([file, text]) => text !== undefined && read(path.join(home, file)) !== text);
for (const [file, text] of stale) {
  if (checking) {
    console.error(`${file} is stale: run \`npm run generate\``);
    continue;
  }
  mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
  writeFileSync(path.join(home, file), text);
  console.log(`wrote ${file}`);
}
if (checking && stale.length > 0) process.exitCode = 1;

// The package of schemas has a generator of its own: rule ids and their options go into the schema of the config.
const own = path.join(home, 'packages/policy-schema/scripts/generate.mjs');
if (existsSync(own)) {
  const run = spawnSync(process.execPath, [own, ...(checking ? ['--check'] : [])], {
    stdio: 'inherit',
    cwd: path.join(home, 'packages/policy-schema'),
  });
  if (run.status !== 0) process.exitCode = 1;
}
