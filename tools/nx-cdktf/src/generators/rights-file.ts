import { formatRights, type Rights } from '@gatehouse/rights';
import { readJson, type Tree } from '@nx/devkit';

const file = 'apps/bootstrap/rights.json';

/** Lets CI do in a new environment what it may do in the one that it is made from: they are made of the same stacks. */
export function copyRights(tree: Tree, from: string, name: string): void {
  edit(tree, ({ [from]: own, ...environments }) =>
    own === undefined ? environments : { ...environments, [from]: own, [name]: own },
  );
}

export function removeRights(tree: Tree, name: string): void {
  edit(tree, ({ [name]: _, ...environments }) => environments);
}

function edit(tree: Tree, change: (environments: Rights['environments']) => Rights['environments']): void {
  if (!tree.exists(file)) return;
  const rights = readJson<Rights>(tree, file);
  const environments = Object.entries(change(rights.environments)).sort(([one], [other]) => (one < other ? -1 : 1));
  tree.write(file, formatRights({ ...rights, environments: Object.fromEntries(environments) }));
}
