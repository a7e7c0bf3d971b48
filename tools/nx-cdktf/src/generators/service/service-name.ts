import { UserError } from '@gatehouse/cli-kit';
import { type Tree } from '@nx/devkit';

/** @throws UserError for what cannot be the name of a new service */
export function refuseName(tree: Tree, name: string): void {
  if (!/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/.test(name)) {
    throw new UserError(
      `"${name}" cannot be the name of a service.\n` +
        'Use 1 to 30 lowercase letters, digits and hyphens, beginning with a letter and not ending with a hyphen.',
    );
  }
  const taken =
    [`apps/${name}`, `environments/${name}.json`].find((path) => tree.exists(path)) ?? packageOf(tree, name);
  if (taken !== undefined) throw new UserError(`"${name}" is taken: ${taken} exists.\nChoose another name.`);
}

/** An identifier for a name with hyphens: `user-export` becomes `userExport`. */
export const variable = (name: string): string =>
  name.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The folder of a package or project of that name, which npm and Nx would confuse with the service. */
function packageOf(tree: Tree, name: string): string | undefined {
  const folders = ['apps', 'libs', 'tools'].flatMap((top) => tree.children(top).map((folder) => `${top}/${folder}`));
  return folders.find((folder) => {
    const text = tree.read(`${folder}/package.json`, 'utf8');
    if (text === null) return false;
    const found = JSON.parse(text) as { name?: string; nx?: { name?: string } };
    return found.name === `@gatehouse/${name}` || found.nx?.name === name;
  });
}
