import { type Tree } from '@nx/devkit';

/** Workflows that test Gatehouse itself; yours lint, test, plan, review and deploy what you have. */
const PRODUCT = ['docs.yml', 'engine.yml', 'node.yml', 'product.yml', 'release.yml'].map(
  (file) => `.github/workflows/${file}`,
);

/** Removes the workflows that test Gatehouse itself. */
export function removeProductWorkflows(tree: Tree): void {
  for (const file of PRODUCT) tree.delete(file);
}
