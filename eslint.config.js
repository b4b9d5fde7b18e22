import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const notInNode20 = [
  { object: 'Object', property: 'groupBy', message: 'Write the loop: Node 20 lacks it, whatever the types say.' },
  { object: 'Map', property: 'groupBy', message: 'Write the loop: Node 20 lacks it, whatever the types say.' },
  {
    object: 'Promise',
    property: 'withResolvers',
    message: 'Use new Promise: Node 20 lacks it, whatever the types say.',
  },
];

// What is pure takes time, ids and chance as arguments.
const notPure = [
  { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
  { object: 'Math', property: 'random', message: 'Take a seeded random as an argument.' },
  { object: 'crypto', property: 'randomUUID', message: 'Take the id as an argument.' },
  { object: 'performance', property: 'now', message: 'Take the time as an argument.' },
];

export default defineConfig(
  globalIgnores(['dist', 'dev-dist', 'coverage', 'test-results', 'tests/architecture/fixtures']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      // TypeScript finds undefined names, and knows which realm each file runs in.
      'no-undef': 'off',
      'max-lines': ['error', 300],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Contracts, services and tools are records of functions; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A port may be asynchronous for one engine and not for another.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'no-restricted-properties': ['error', ...notInNode20],
    },
  },
  {
    files: ['src/{contracts,projections,services,knowledge,intake}/**/*.ts'],
    ignores: ['**/*.{test,suite}.ts', '**/start*.ts', '**/runner/**'],
    rules: { 'no-restricted-properties': ['error', ...notInNode20, ...notPure] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // Types of components are svelte-check's matter: here each file would build the whole program anew, which took longer than all else.
    files: ['**/*.svelte'],
    extends: [ts.configs.disableTypeChecked],
  },
  { files: ['**/*.{test,suite,spec}.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
);
