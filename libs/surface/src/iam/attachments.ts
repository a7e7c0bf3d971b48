import { isUnknown, textOf } from '../model/value';
import { nameOf } from '../model/located';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';
import { HOLDERS, holderAt, holderOf, type Holder } from './holders';
import type { Attached, IdentityKind } from './identity';

export interface Attachment {
  readonly holder: Holder;
  readonly policy: Attached;
  /** Whether it limits what the others can give. */
  readonly boundary?: true;
}

/** All that attaches policies, in the order of Terraform's types. */
export const attachedBy = (catalog: Catalog): readonly Attachment[] => [
  ...KINDS.flatMap((kind) => ownArguments(kind, catalog)),
  ...INLINE.flatMap(([kind, type, by, policy]) =>
    catalog.managed(type).flatMap((from) => inline(holderAt(kind, from, from.raw(by), catalog), from, policy)),
  ),
  ...BY_ARN.flatMap(([kind, type, by, arns]) =>
    catalog
      .managed(type)
      .flatMap((from) => attach(holderAt(kind, from, from.raw(by), catalog), from, from.raw(arns), catalog)),
  ),
  ...catalog.managed('aws_iam_policy_attachment').flatMap((from) => toMany(from, catalog)),
  ...catalog.managed('aws_ssoadmin_permissions_boundary_attachment').flatMap((from) => ofPermissionSet(from, catalog)),
];

/** Those whose own arguments attach policies; of a group only in CloudFormation. */
const KINDS: readonly IdentityKind[] = ['role', 'user', 'group'];

type Row = readonly [kind: IdentityKind, type: string, holder: string, policy: string];

const INLINE: readonly Row[] = [
  ['role', 'aws_iam_role_policy', 'role', 'policy'],
  ['user', 'aws_iam_user_policy', 'user', 'policy'],
  ['group', 'aws_iam_group_policy', 'group', 'policy'],
  ['permission set', 'aws_ssoadmin_permission_set_inline_policy', 'permission_set_arn', 'inline_policy'],
];

/** An exclusive list attaches what it names. */
const BY_ARN: readonly Row[] = [
  ['role', 'aws_iam_role_policy_attachment', 'role', 'policy_arn'],
  ['user', 'aws_iam_user_policy_attachment', 'user', 'policy_arn'],
  ['group', 'aws_iam_group_policy_attachment', 'group', 'policy_arn'],
  ['role', 'aws_iam_role_policy_attachments_exclusive', 'role_name', 'policy_arns'],
  ['user', 'aws_iam_user_policy_attachments_exclusive', 'user_name', 'policy_arns'],
  ['group', 'aws_iam_group_policy_attachments_exclusive', 'group_name', 'policy_arns'],
  ['permission set', 'aws_ssoadmin_managed_policy_attachment', 'permission_set_arn', 'managed_policy_arn'],
  [
    'permission set',
    'aws_ssoadmin_customer_managed_policy_attachment',
    'permission_set_arn',
    'customer_managed_policy_reference',
  ],
];

/** The arguments of a role or of a user itself. */
const ownArguments = (kind: IdentityKind, catalog: Catalog): Attachment[] =>
  catalog.managed(HOLDERS[kind].type).flatMap((from) => {
    const holder = holderOf(kind, from);
    const blocks = from.raw('inline_policy');
    return [
      ...(Array.isArray(blocks) || isWritten(blocks) ? listed(blocks) : []).flatMap((block) => {
        if (!isObject(block) || isUnknown(block)) return [{ holder, policy: { from, value: block } }];
        const name = nameOf({ name: block['name'], address: from.address });
        return isSet(block['policy']) ? [{ holder, policy: { from, name, value: block['policy'] } }] : [];
      }),
      ...(isWritten(from.raw('managed_policy_arns'))
        ? attach(holder, from, from.raw('managed_policy_arns'), catalog)
        : []),
      ...attach(holder, from, from.raw('permissions_boundary'), catalog).map((each) => ({
        ...each,
        boundary: true as const,
      })),
    ];
  });

/** Computed as well: not known without being written means what other resources attach. */
const isWritten = (value: unknown): boolean =>
  !isUnknown(value) || value.references !== undefined || value.sensitive === true;

function inline(holder: Holder | undefined, from: Resource, argument: string): Attachment[] {
  const value = from.raw(argument);
  const name = from.peek('name');
  if (!holder || !isSet(value)) return [];
  return [{ holder, policy: { from, name: nameOf({ name, address: from.address }), value } }];
}

const attach = (holder: Holder | undefined, from: Resource, arns: unknown, catalog: Catalog): Attachment[] =>
  holder ? listed(arns).map((arn) => ({ holder, policy: attachedAt(from, arn, catalog) })) : [];

function attachedAt(from: Resource, arn: unknown, catalog: Catalog): Attached {
  if (!isUnknown(arn) && typeof arn !== 'string') return { from, arn: customerManaged(arn) };
  const policy = catalog.target(from, arn, 'aws_iam_policy', 'arn');
  return {
    from,
    arn: textOf(arn),
    ...(policy ? { policy, value: policy.raw('policy') } : isUnknown(arn) ? { value: arn } : {}),
  };
}

/** A block that names a policy which each account of an organization has. */
const customerManaged = (block: unknown): string =>
  isObject(block) && typeof block['name'] === 'string'
    ? `the policy ${block['name']} of each account that it is used in`
    : 'a policy of each account that it is used in';

const toMany = (from: Resource, catalog: Catalog): Attachment[] =>
  (['role', 'user', 'group'] as const).flatMap((kind) =>
    listed(from.raw(`${kind}s`)).flatMap((name) =>
      attach(holderAt(kind, from, name, catalog), from, from.raw('policy_arn'), catalog),
    ),
  );

const ofPermissionSet = (from: Resource, catalog: Catalog): Attachment[] =>
  listed(from.raw('permissions_boundary')).flatMap((block) => {
    const arn = isObject(block) ? (block['managed_policy_arn'] ?? block) : block;
    const holder = holderAt('permission set', from, from.raw('permission_set_arn'), catalog);
    return attach(holder, from, arn, catalog).map((each) => ({ ...each, boundary: true as const }));
  });

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A list, or one. */
const listed = (value: unknown): readonly unknown[] =>
  !isSet(value) ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
