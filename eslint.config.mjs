import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const cdktfPackages = ['cdktf', 'constructs', '@cdktf/*'];

/** What each room may import of ours; the walls are drawn in docs/architecture.md. */
const walls = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:stack', 'type:config'] },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:stack', onlyDependOnLibsWithTags: ['type:construct', 'type:config', 'type:surface'] },
  { sourceTag: 'type:construct', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:config', onlyDependOnLibsWithTags: [], bannedExternalImports: cdktfPackages },
  { sourceTag: 'type:surface', onlyDependOnLibsWithTags: [], bannedExternalImports: cdktfPackages },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:tool', 'type:config', 'type:surface'],
    bannedExternalImports: cdktfPackages,
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: [] },
];

const boundaries = (constraints) => [
  'error',
  { enforceBuildableLibDependency: false, allow: [], depConstraints: constraints },
];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/cdktf.out', '**/dist', '**/coverage', '.nx', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(walls),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
    },
  },
  {
    // Tests may also use the one synth helper.
    files: ['**/*.test.ts', '**/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(
        walls.map((wall) => ({
          ...wall,
          onlyDependOnLibsWithTags: [...wall.onlyDependOnLibsWithTags, 'type:testing'],
        })),
      ),
    },
  },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
