// Bundles the packages that stand alone with everything they need.
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'esbuild';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const home = path.resolve(import.meta.dirname, '..');

/** Builds one package that stands alone. CommonJS dependencies ask for Node's own modules by `require`. */
const bundle = (folder, entryPoints, options) => {
  const outdir = path.join(home, folder, 'dist');
  // Declarations lie there too: those the compiler writes only when something changed.
  rmSync(path.join(outdir, 'chunks'), { recursive: true, force: true });
  for (const name of Object.keys(entryPoints)) rmSync(path.join(outdir, `${name}${options.outExtension?.['.js'] ?? '.js'}`), { force: true });
  const { version } = JSON.parse(readFileSync(path.join(home, folder, 'package.json'), 'utf8'));
  return build({
    absWorkingDir: home,
    entryPoints,
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
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    ...options,
  });
};

/** Folder of the npm package that a bundled file comes from; undefined for our own. */
const packageOf = (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(file)?.[1];
const licenceOf = (folder) =>
  ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'].map((name) => path.join(home, folder, name)).find((file) => existsSync(file));

/** What packages contain of others, and their own licence does not tell. */
const CONTAINED = {
  '@viz-js/viz':
    'It contains, as WebAssembly, Graphviz under the Eclipse Public License 2.0, whose text is at https://www.eclipse.org/legal/epl-2.0 and whose source is at https://gitlab.com/graphviz/graphviz, and Expat under the MIT licence, whose source is at https://github.com/libexpat/libexpat.',
};

/** The licences of all packages that went into bundles, as a file beside them. */
const writeLicences = (folder, ...bundles) => {
  const used = bundles
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap((output) => Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0));
  const folders = [...new Set(used.map(([file]) => packageOf(file)).filter(Boolean))].sort();
  const notices = folders.map((at) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(home, at, 'package.json'), 'utf8'));
    const file = licenceOf(at);
    const texts = [file === undefined ? undefined : readFileSync(file, 'utf8').trim(), CONTAINED[name]];
    return `${name} ${version} (${license})\n\n${texts.filter(Boolean).join('\n\n')}\n`;
  });
  const text = `This package contains these packages.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`;
  writeFileSync(path.join(home, folder, 'dist/LICENSES.txt'), text);
};

/** Leaves one package out of a bundle, but not its light parts, which are imported by paths below its name. */
const without = (name) => ({
  name: `without ${name}`,
  setup: (building) => building.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, external: true })),
});

/** The types of what a package exports in one file that imports nothing, from the declarations that the compiler wrote. */
const declare = (folder, entry, out) => {
  const [types] = generateDtsBundle(
    [
      {
        filePath: path.join(home, folder, entry),
        libraries: { inlinedLibraries: ['@carelint/core', '@carelint/policy-schema'] },
        output: { exportReferencedTypes: false, noBanner: true },
      },
    ],
    { preferredConfigPath: path.join(home, folder, 'tsconfig.types.json') },
  );
  writeFileSync(path.join(home, folder, out), types);
};

// The command, so that it starts as fast as an empty node does, the program of its further threads, and the functions for programs; what is rarely needed becomes a chunk of its own.
// The reader of code brings a compiler along and is installed apart.
const CLI = 'packages/cli';
const ENTRIES = { main: `${CLI}/src/main.ts`, api: `${CLI}/src/api/index.ts`, worker: `${CLI}/src/threads/worker.ts` };
writeLicences(CLI, await bundle(CLI, ENTRIES, { plugins: [without('@carelint/code')] }));
declare(CLI, 'build/api/index.d.ts', 'dist/api.d.ts');

// The plugin: ESLint loads plugins without waiting, so there are no chunks. What reads and judges flows lies apart, in a form that can be loaded at once.
const PLUGIN = 'packages/eslint-plugin';
// Parsers of pages, Markdown and TOML are never asked for there; less text is read faster.
const ENGINE = {
  splitting: false,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: {},
  external: ['parse5', 'mdast-util-*', 'micromark-*', 'smol-toml'],
  minifyWhitespace: true,
  minifySyntax: true,
};
writeLicences(
  PLUGIN,
  await bundle(PLUGIN, { index: `${PLUGIN}/src/index.ts` }, { splitting: false, external: ['eslint'] }),
  await bundle(PLUGIN, { engine: `${PLUGIN}/src/languages/engine.ts` }, ENGINE),
);
