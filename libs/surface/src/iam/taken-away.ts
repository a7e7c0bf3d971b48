import type { Comparison } from '../difference/comparison';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { isUnknown } from '../model/value';
import { holderAt, type Holder } from './holders';
import type { Attached, Identity, IdentityKind } from './identity';

/**
 * What a role repeats in its own arguments of an attachment that is deleted. They are as they were when the state was read: the
 * policy is no longer there, and a Deny that is lost lets in.
 */
export function withoutDetached(
  becomes: ReadonlyMap<string, Identity>,
  was: ReadonlyMap<string, Identity>,
  { changeAt }: Pick<Comparison, 'changeAt'>,
): ReadonlyMap<string, Identity> {
  return new Map(
    [...becomes].map(([key, identity]) => {
      const { policies, resource } = identity;
      const before = was.get(key);
      const isDeleted = ({ from }: Attached): boolean =>
        from !== before?.resource && changeAt(from)?.action === 'delete';
      const deleted = new Set((before?.policies ?? []).filter(isDeleted).map(keyOf));
      if (deleted.size === 0) return [key, identity];
      return [
        key,
        { ...identity, policies: policies.filter((each) => each.from !== resource || !deleted.has(keyOf(each))) },
      ];
    }),
  );
}

/** What tells one policy of an identity from another. */
export const keyOf = ({ arn, name }: Attached): string | undefined => arn ?? name;

type Row = readonly [kind: IdentityKind, type: string, holder: string, list: string];

const LISTS: readonly Row[] = (['role', 'user', 'group'] as const).flatMap((kind): Row[] => [
  [kind, `aws_iam_${kind}_policies_exclusive`, `${kind}_name`, 'policy_names'],
  [kind, `aws_iam_${kind}_policy_attachments_exclusive`, `${kind}_name`, 'policy_arns'],
]);

/** Whether lists of all the policies that an identity may have let it keep one: what they do not name is taken away. */
export function keptByLists(catalog: Catalog): (holder: Holder, policy: Attached) => boolean {
  const lists = new Map<string, readonly unknown[]>();
  for (const [kind, type, by, list] of LISTS)
    for (const from of catalog.managed(type)) {
      const holder = holderAt(kind, from, from.raw(by), catalog);
      const named = from.raw(list);
      if (!holder || !Array.isArray(named)) continue;
      const items = named.map((each: unknown) =>
        isUnknown(each) ? (catalog.target(from, each, 'aws_iam_policy', 'arn') ?? each) : each,
      );
      // What is not known may be any of them.
      if (!items.some(isUnknown)) lists.set(`${holder.key} ${list}`, items);
    }
  return ({ key }, policy) => {
    const isInline = policy.arn === undefined && policy.policy === undefined;
    const list = lists.get(`${key} ${isInline ? 'policy_names' : 'policy_arns'}`);
    const own: readonly (Resource | string | undefined)[] = isInline
      ? [policy.name === policy.from.address ? undefined : policy.name]
      : [policy.arn, policy.policy];
    return list === undefined || own.every((each) => each === undefined) || own.some((each) => list.includes(each));
  };
}
