import { type GeneratorCallback, type Tree } from '@nx/devkit';
import { updateLockFile } from '../update-lock-file';
import { filesOf } from './files';
import { refuseName, variable } from './service-name';

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

const nextSteps = (name: string): string => `
Two lines, with these imports, mount "${name}" in a stack, such as libs/stacks/src/api-stack.ts:

  import { resourceName } from '@gatehouse/environment';
  import { Code, LambdaFunction } from '@gatehouse/functions';
  import { Auth, Integration } from '@gatehouse/gateway';

  const ${variable(name)} = new LambdaFunction(this, '${name}', { functionName: resourceName(this.environment, '${name}'), code: Code.service('${name}') });
  api.addRoute('GET /${name}', { auth: Auth.idToken(), integration: Integration.lambda(${variable(name)}) });

  npx nx test ${name}       runs its test
  npx nx build ${name}      bundles it; a synthesis does this by itself

docs/functions.md says how it gets permissions, secrets and a network.
`;
