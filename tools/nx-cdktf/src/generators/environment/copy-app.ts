import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';
import { UserError } from '@gatehouse/cli-kit';
import { canariesPath, snapshotPath } from '@gatehouse/environment';

/**
 * Copies an environment's app under another name, with what the team has added to it.
 *
 * @throws UserError when its `main.ts` does not name the environment in quotes, so that the copy would synthesize the
 * source once more
 */
export function copyApp(tree: Tree, from: string, name: string): void {
  const quoted = new RegExp(`(['"\`])${from}\\1`, 'g');
  const main = `apps/${from}/main.ts`;
  if (!quoted.test(text(tree, main))) {
    throw new UserError(`${main} does not name '${from}' in quotes.\nName it there, or make apps/${name} by hand.`);
  }
  visitNotIgnoredFiles(tree, `apps/${from}`, (file) => {
    // What is deployed of the source is not deployed of the copy.
    if ([snapshotPath(from), canariesPath(from)].includes(file)) return;
    const copied = text(tree, file)
      .replace(quoted, `$1${name}$1`)
      .replaceAll(`"@gatehouse/${from}"`, `"@gatehouse/${name}"`);
    tree.write(file.replace(`apps/${from}/`, `apps/${name}/`), copied);
  });
}

const text = (tree: Tree, file: string): string => tree.read(file, 'utf8') ?? '';
