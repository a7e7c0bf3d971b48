import { UserError } from '@gatehouse/cli-kit';
import { type GeneratorCallback, type Tree } from '@nx/devkit';
import { updateLockFile } from '../update-lock-file';
import { filesOf } from './files';

export interface ServiceOptions {
  readonly name: string;
}

/**
 * Adds a service: a Lambda function with its source, test and archive. Which stack runs it, for which routes and with which
 * permissions, is said where the stack is.
 *
 * @throws UserError for a name that cannot be used.
 */
export default function serviceGenerator(tree: Tree, { name }: ServiceOptions): GeneratorCallback {
  refuseName(tree, name);
  for (const [file, content] of Object.entries(filesOf(name))) tree.write(`apps/${name}/${file}`, content);
  return () => {
    updateLockFile(tree.root);
    console.log(nextSteps(name));
  };
}

function refuseName(tree: Tree, name: string): void {
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

/** An identifier for a name with hyphens: `user-export` becomes `userExport`. */
const variable = (name: string): string => name.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const nextSteps = (name: string): string => `
Two lines mount "${name}" in a stack, such as libs/stacks/src/api-stack.ts:

  const ${variable(name)} = new LambdaFunction(this, '${name}', { functionName: resourceName(this.environment, '${name}'), code: Code.service('${name}') });
  api.addRoute('GET /${name}', { auth: Auth.idToken(), integration: Integration.lambda(${variable(name)}) });

  npx nx test ${name}       runs its test
  npx nx build ${name}      bundles it; a synthesis does this by itself

docs/functions.md says how it gets permissions, secrets and a network.
`;
