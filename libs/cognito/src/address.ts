import { type TerraformResource } from 'cdktf';
import { CognitoError } from './errors';

/**
 * Names a resource in Terraform by the id of its construct alone: `users` becomes `aws_cognito_user_pool.users`,
 * wherever the construct sits in the tree and without a hash.
 *
 * @throws CognitoError when the id cannot become a Terraform name.
 */
export function nameInTerraform<T extends TerraformResource>(resource: T, id: string): T {
  const name = snakeCase(id);
  if (!/^[a-z_]/.test(name)) {
    throw new CognitoError(resource.node.scope ?? resource, {
      prop: 'id',
      expected: 'a construct id that begins with a letter',
      found: id,
      fix: 'It becomes the Terraform name, so choose another id',
    });
  }
  resource.overrideLogicalId(name);
  return resource;
}

/** `webShop`, `web-shop` and `web.shop` become `web_shop`. */
export function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
