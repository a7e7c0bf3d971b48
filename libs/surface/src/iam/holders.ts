import { isUnknown, textOf } from '../model/value';
import { nameOf, placeOf } from '../model/located';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { IdentityKind } from './identity';

/** Whom policies are attached to, and the argument that others name them by. */
export const HOLDERS: Readonly<Record<IdentityKind, { readonly type: string; readonly by: 'name' | 'arn' }>> = {
  role: { type: 'aws_iam_role', by: 'name' },
  user: { type: 'aws_iam_user', by: 'name' },
  group: { type: 'aws_iam_group', by: 'name' },
  'permission set': { type: 'aws_ssoadmin_permission_set', by: 'arn' },
};

export interface Holder {
  readonly kind: IdentityKind;
  readonly key: string;
  readonly name: string;
}

/** The holder that a resource is. */
export function holderOf(kind: IdentityKind, resource: Resource): Holder {
  const [id, name] = [textOf(resource.peek(HOLDERS[kind].by)), resource.peek('name')];
  return {
    kind,
    key: id ? `${kind} ${id}` : `${kind} of ${placeOf(resource)}`,
    name: nameOf({ name, address: resource.address }),
  };
}

/** The holder that a value of `from` names, in this plan or not. */
export function holderAt(kind: IdentityKind, from: Resource, value: unknown, catalog: Catalog): Holder | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' && !isUnknown(value)) return undefined;
  const { by, type } = HOLDERS[kind];
  const resource = catalog.target(from, value, type, by);
  if (resource) return holderOf(kind, resource);
  if (!isUnknown(value)) return { kind, key: `${kind} ${value}`, name: value.replace(/^.*\//, '') };
  return { kind, key: `${kind} at ${placeOf(from)}`, name: `that ${from.address} names` };
}
