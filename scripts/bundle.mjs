// Bundles the command with everything it needs, so that it starts as fast as an empty node does. What is rarely needed becomes a chunk of its own.
import { build } from 'esbuild';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const home = path.resolve(import.meta.dirname, '..');
const outdir = path.join(home, 'packages/cli/dist');
rmSync(outdir, { recursive: true, force: true });

const version = JSON.parse(readFileSync(path.join(home, 'packages/cli/package.json'), 'utf8')).version;
const result = await build({
  absWorkingDir: home,
  entryPoints: { main: 'packages/cli/src/main.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // For Node esbuild would take the older CommonJS form of a package first, which cannot be shaken.
  mainFields: ['module', 'main'],
  chunkNames: 'chunks/[name]-[hash]',
  define: { CARELINT_VERSION: JSON.stringify(version) },
  // CommonJS dependencies ask for Node's own modules by `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

/** Folder of the npm package that a bundled file comes from; undefined for our own. */
const packageOf = (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(file)?.[1];
const licenceOf = (folder) =>
  ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'].map((name) => path.join(home, folder, name)).find((file) => existsSync(file));

const used = Object.values(result.metafile.outputs).flatMap((output) =>
  Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
);
const folders = [...new Set(used.map(([file]) => packageOf(file)).filter(Boolean))].sort();
const notices = folders.map((folder) => {
  const { name, version: theirs, license } = JSON.parse(readFileSync(path.join(home, folder, 'package.json'), 'utf8'));
  const file = licenceOf(folder);
  return `${name} ${theirs} (${license})\n\n${file === undefined ? '' : readFileSync(file, 'utf8').trim()}\n`;
});
writeFileSync(path.join(outdir, 'LICENSES.txt'), `The command contains these packages.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`);
