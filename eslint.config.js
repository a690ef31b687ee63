import tseslint from 'typescript-eslint'

const stdoutOwner = 'Only src/lib/output writes to stdout and stderr: use this.print(), this.note() or the printer.'

export default tseslint.config(
  {ignores: ['.cache/', 'dist/', 'coverage/', 'node_modules/']},
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {projectService: true}},
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'prefer-const': 'error',
      'max-lines': ['error', {max: 300, skipBlankLines: true, skipComments: true}],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
    },
  },
  {
    files: ['src/commands/**', 'src/lib/**'],
    ignores: ['src/lib/output/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {object: 'process', property: 'stdout', message: stdoutOwner},
        {object: 'process', property: 'stderr', message: stdoutOwner},
        {object: 'process', property: 'exit', message: 'Throw an error with an exit code instead.'},
      ],
    },
  },
  {
    // Dependencies point one way: commands → lib → undici. The sandbox is reached through its dispatcher.
    files: ['src/lib/**'],
    ignores: ['src/lib/connection.ts', 'src/lib/network.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {patterns: [{regex: '(commands|sandbox)/', message: 'src/lib must not import commands or the sandbox.'}]},
      ],
    },
  },
)
