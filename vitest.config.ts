import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (folder: string): string => fileURLToPath(new URL(`packages/${folder}/index.ts`, import.meta.url));

/** One project a package, and one (`repository`) for the tests that look at the whole, against what was built. */
const project = (name: string, include: string[]) => ({
  resolve: {
    // Tests of a package run on the sources of its siblings, so that they need no build; `repository` runs on what was built.
    alias: [
      { find: '@carelint/core/model', replacement: source('core/src/model') },
      { find: '@carelint/core/values', replacement: fileURLToPath(new URL('packages/core/src/readers/of-values.ts', import.meta.url)) },
      { find: '@carelint/core/phones', replacement: source('core/src/link/found') },
      { find: '@carelint/code/signs', replacement: fileURLToPath(new URL('packages/code/src/signs.ts', import.meta.url)) },
      ...['core', 'policy-schema', 'code'].map((sibling) => ({ find: `@carelint/${sibling}`, replacement: source(`${sibling}/src`) })),
    ],
  },
  test: { name, include, environment: 'node' as const, benchmark: { include: [] }, testTimeout: 20_000 },
});

export default defineConfig({
  test: {
    projects: [
      project('policy-schema', ['packages/policy-schema/test/**/*.test.ts']),
      project('core', ['packages/core/test/**/*.test.ts']),
      project('code', ['packages/code/test/**/*.test.ts']),
      project('eslint-plugin', ['packages/eslint-plugin/test/**/*.test.ts']),
      project('cli', ['packages/cli/test/**/*.test.ts']),
      project('repository', ['test/**/*.test.ts']),
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.generated.ts', '**/generated/**', '**/*.d.ts'],
      reporter: ['text-summary', 'lcov'],
    },
  },
});
