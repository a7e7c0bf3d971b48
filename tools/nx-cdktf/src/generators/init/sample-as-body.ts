import { type Tree } from '@nx/devkit';

const stack = 'libs/stacks/src/api-stack.ts';
const test = 'libs/stacks/src/api-stack.test.ts';

/** The line that keeps what is deployed of the sample, and what is said of it. */
const asResources =
  /\n *\/\/ Deployed as resources[^\n]*(\n[^\n]*)\{ \.\.\.(apiProps\([^)]*\)), definition: 'resources' \}/;

/** Addresses of what a body has in it. */
const parts =
  /^ *'aws_api_gateway_(authorizer|gateway_response|integration|integration_response|method|method_response|model|request_validator|resource)\.\w+',\n/gm;

/**
 * Writes the API of the sample as one OpenAPI body, as each new API is (docs/decisions/0006): nothing is deployed yet that it
 * would have to stay like.
 */
export function writeSampleAsBody(tree: Tree): void {
  const before = tree.read(stack, 'utf8') ?? '';
  const after = before.replace(asResources, '$1$2');
  if (after === before) return;
  tree.write(stack, after);
  tree.write(test, (tree.read(test, 'utf8') ?? '').replaceAll(parts, ''));
}
