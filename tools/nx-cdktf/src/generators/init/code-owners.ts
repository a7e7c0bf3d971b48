import { type Tree } from '@nx/devkit';

/** What decides a review: who changes it can let a risky plan through. docs/pull-requests.md says why. */
export const DECIDES_REVIEWS = [
  '/.ci/',
  '/.github/',
  '/apps/',
  '/cdktf.json',
  '/environments/',
  '/eslint.config.mjs',
  '/jest*.js',
  '/libs/',
  '/nx.json',
  '/package.json',
  '/package-lock.json',
  '/register-ts.cjs',
  '/tools/',
  '/tsconfig.base.json',
];

/** Gives everything that decides a review an owner. */
export function writeCodeOwners(tree: Tree, owners: readonly string[]): void {
  const width = Math.max(...DECIDES_REVIEWS.map(({ length }) => length));
  const lines = DECIDES_REVIEWS.map((path) => `${path.padEnd(width)} ${owners.join(' ')}`);
  tree.write(
    '.github/CODEOWNERS',
    `# What decides a review, and so needs an approval of its owners: docs/pull-requests.md.\n${lines.join('\n')}\n`,
  );
}
