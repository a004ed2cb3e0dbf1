import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['packages/*/src/**/*.ts', 'packages/*/test/**/*.ts', 'test/**/*.ts', 'site/**/*.ts', 'vitest.config.ts'];
const TESTS = ['packages/*/test/**/*.ts', 'test/**/*.ts'];
const SCRIPTS = ['**/*.js', '**/*.mjs'];

/** What a package for Node, editors and browsers must not touch. */
const NOT_IN_A_BROWSER = {
  patterns: [{ regex: '^node:', message: 'This package also runs in editors and browsers: files are read by the command.' }],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      'coverage/',
      '**/*.generated.ts',
      'packages/*/src/generated/',
      'examples/',
      'policies/',
      'packages/eslint-plugin/src/rules/*/{bad,good}/',
      'packages/code/test/**/cases/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./packages/*/tsconfig.json', './tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: a name that is the same everywhere can be searched for.' },
      ],
      eqeqeq: 'error',
      'one-var': ['error', { initialized: 'never' }],
    },
  },
  {
    files: ['packages/{core,policy-schema,code}/src/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-imports': ['error', NOT_IN_A_BROWSER], 'no-restricted-globals': ['error', 'process', 'Buffer'] },
  },
  {
    // Graphs are arrays indexed by numbers that are known to be in range; a check at every access would hide the algorithm.
    files: ['packages/core/src/{graph,policy,link,checks,compare,roadmap}/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['packages/{cli,eslint-plugin}/src/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['packages/cli/src/api/**/*.ts'], rules: { 'no-restricted-globals': ['error', 'process', 'console'] } },
  // Kinds of nodes are texts; their types write them as an enum that is not there at run time.
  { files: ['packages/eslint-plugin/src/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' } },
  {
    files: TESTS,
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // ESLint takes a plugin by its default export; vitest and VitePress take what they are told the same way.
  { files: ['vitest.config.ts', 'site/.vitepress/**/*.ts', 'packages/eslint-plugin/src/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['packages/cli/src/report/html/page.mjs'],
    languageOptions: {
      globals: {
        document: 'readonly',
        matchMedia: 'readonly',
        addEventListener: 'readonly',
        setTimeout: 'readonly',
        IntersectionObserver: 'readonly',
        FormData: 'readonly',
      },
    },
  },
  {
    files: SCRIPTS,
    languageOptions: {
      globals: { Buffer: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly', fetch: 'readonly' },
    },
    rules: { 'max-lines': ['error', 400], 'max-lines-per-function': ['error', 60] },
  },
);
