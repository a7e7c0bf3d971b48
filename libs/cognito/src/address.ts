import { type TerraformResource, TerraformStack } from 'cdktf';
import { CognitoError } from './errors';

const taken = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Names a resource in Terraform by an id of the caller alone: `users` becomes `aws_cognito_user_pool.users`, wherever
 * the construct sits in the tree and without a hash. Two resources of one address would silently become one.
 *
 * @throws CognitoError when the name cannot be a Terraform name, or the address is taken in this stack.
 */
export function nameInTerraform<T extends TerraformResource>(resource: T, ...words: string[]): T {
  const name = snakeCase(words.join('_'));
  if (!/^[a-z_]/.test(name)) {
    throw new CognitoError(resource, {
      prop: 'id',
      expected: 'a construct id that begins with a letter',
      found: words[0],
      fix: 'It becomes the Terraform name, so choose another id',
    });
  }
  claim(resource, `${resource.terraformResourceType}.${name}`, words[0]);
  resource.overrideLogicalId(name);
  return resource;
}

/** `userPool`, `user-pool` and `user.pool` become `user_pool`. */
export function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

function claim(resource: TerraformResource, address: string, id: string | undefined): void {
  const stack = TerraformStack.of(resource);
  const addresses = taken.get(stack) ?? new Map<string, string>();
  taken.set(stack, addresses);

  const holder = addresses.get(address);
  if (holder !== undefined) {
    throw new CognitoError(resource, {
      prop: 'id',
      expected: `an id whose Terraform address ${address} is free in this stack`,
      found: id,
      fix: `The address belongs to ${holder}: choose another id`,
    });
  }
  addresses.set(address, resource.node.path);
}
