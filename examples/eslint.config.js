// To copy: carelint beside whatever else your project lints.
import typescript from '@typescript-eslint/parser';
import carelint from 'eslint-plugin-carelint';

export default [
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: true } } } },

  // What code does to customers.
  ...carelint.configs.recommended,

  // Call flows, by the policies of carelint.
  ...carelint.configs.flows,

  // Where phone numbers without a calling code are at home.
  { settings: { carelint: { country: 'GB' } } },
];
