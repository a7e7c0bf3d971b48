import { TerraformDataSource, type TerraformResource, TerraformStack } from 'cdktf';
import { check } from './check';

/** Paths of the constructs that hold a Terraform address, by stack. */
const holders = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Names a resource or data source in Terraform, without a hash and wherever its construct sits in the tree. cdktf itself
 * silently merges two resources of one address into one.
 *
 * @throws ConstructError when the name is taken in this stack, naming both constructs, and when it is no Terraform name.
 */
export function nameInTerraform<T extends TerraformResource | TerraformDataSource>(resource: T, name: string): T {
  const { node } = resource;
  const named = (node.id === 'Resource' && node.scope) || resource;
  check(named, /^[a-z_]\w*$/.test(name), {
    prop: 'id',
    expected: 'letters and digits that make a Terraform name, beginning with a letter',
    found: name,
    fix: 'Choose another id; the Terraform address comes from its letters and digits',
  });
  const stack = TerraformStack.of(resource);
  const taken = holders.get(stack) ?? new Map<string, string>();
  holders.set(stack, taken);
  const data = resource instanceof TerraformDataSource ? 'data.' : '';
  const address = `${data}${resource.terraformResourceType}.${name}`;
  const holder = taken.get(address);
  check(named, holder === undefined, {
    prop: 'id',
    expected: 'a Terraform address of its own',
    found: `${address}, which ${holder} has`,
    fix: 'Rename one of the two so that they differ in more than letter case and punctuation',
  });
  taken.set(address, named.node.path);
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
