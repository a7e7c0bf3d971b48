import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const cdktfPackages = ['cdktf', 'constructs', '@cdktf/*'];

/** What each package may import of ours; docs/architecture.md has the table. */
const boundaries = [
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:stack',
      'type:platform',
      'type:construct',
      'type:config',
      'type:settings',
      'type:rules',
    ],
  },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: [], bannedExternalImports: cdktfPackages },
  {
    sourceTag: 'type:stack',
    onlyDependOnLibsWithTags: ['type:stack', 'type:construct', 'type:platform', 'type:config', 'type:settings'],
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:platform', 'type:construct-kit', 'type:config', 'type:surface', 'type:pure'],
  },
  { sourceTag: 'type:settings', onlyDependOnLibsWithTags: [], bannedExternalImports: cdktfPackages },
  { sourceTag: 'type:construct', onlyDependOnLibsWithTags: ['type:construct-kit', 'type:pure'] },
  { sourceTag: 'type:config', onlyDependOnLibsWithTags: ['type:pure'], bannedExternalImports: cdktfPackages },
  {
    sourceTag: 'type:rules',
    onlyDependOnLibsWithTags: ['type:surface'],
    bannedExternalImports: cdktfPackages,
  },
  { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'], bannedExternalImports: cdktfPackages },
  {
    sourceTag: 'type:surface',
    onlyDependOnLibsWithTags: ['type:pure'],
    bannedExternalImports: cdktfPackages,
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:tool', 'type:config', 'type:surface', 'type:rules', 'type:pure'],
    // Not the parser of HCL.
    bannedExternalImports: ['cdktf', 'constructs', '@cdktf/provider-*'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: [] },
];

const moduleBoundaries = (constraints) => [
  'error',
  { enforceBuildableLibDependency: false, allow: [], depConstraints: constraints },
];

const testFiles = ['**/*.test.ts', '**/tests/**/*.ts', '**/testing/**/*.ts', '**/fixtures/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/cdktf.out', '**/dist', '**/coverage', '.nx', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries(boundaries),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })],
    },
    rules: {
      // Imports of types alone do not count: they are gone when the code runs.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      // What a module exports is read once, when it is loaded: tools/run-ts/src/exports.cjs.
      'import-x/no-mutable-exports': 'error',
      'max-lines': ['error', { max: 250 }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: testFiles,
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Tests may also use the one synth helper, and see what is synthesized as a surface.
    files: ['**/*.test.ts', '**/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries(
        boundaries.map((boundary) => ({
          ...boundary,
          onlyDependOnLibsWithTags: [...boundary.onlyDependOnLibsWithTags, 'type:testing', 'type:surface', 'type:pure'],
        })),
      ),
    },
  },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
