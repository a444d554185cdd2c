import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'dist-report', 'node_modules', 'tests/output'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'svelte/no-navigation-without-resolve': 'off',
      // What is reactive sits whole in $state.raw; a Map built inside a function is only read.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['datasets/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['**/src/**', '**/tests/**'] }],
    },
  },
  { files: ['src/cli/**', 'datasets/**', 'tests/**', '*.ts'], rules: { 'no-console': 'off' } },
);
