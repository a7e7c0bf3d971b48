import { type TerraformResource } from 'cdktf';
import { type IConstruct } from 'constructs';
import { GatewayError } from './errors';

/**
 * The Terraform addresses of one API: readable, without a hash, and each given once. cdktf itself merges two resources
 * of one address into one without a word.
 */
export class Addresses {
  private readonly owners = new Map<string, string>();

  constructor(private readonly api: IConstruct) {}

  /**
   * @param owner what the resource is for, in the words of the caller: `GET /me`
   * @throws GatewayError when the name is taken, naming both owners, and when it is no Terraform name.
   */
  give<T extends TerraformResource>(resource: T, name: string, owner: string): T {
    const address = `${resource.terraformResourceType}.${name}`;
    const other = this.owners.get(address);
    if (other !== undefined) {
      throw new GatewayError(this.api, {
        prop: owner,
        expected: 'a Terraform address of its own',
        found: `${address}, which ${other} has`,
        fix: 'Rename one of the two so that they differ in more than letter case and punctuation',
      });
    }
    if (!/^[a-z_]\w*$/.test(name)) {
      throw new GatewayError(this.api, {
        prop: owner,
        expected: 'letters or digits that make a Terraform name',
        found: name,
        fix: 'Rename it; the Terraform address comes from its letters and digits',
      });
    }
    this.owners.set(address, owner);
    resource.overrideLogicalId(name);
    return resource;
  }
}

/** `userProfile`, `user-profile` and `user.profile` become `user_profile`. */
export function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
