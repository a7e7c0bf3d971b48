import type { List, Role, RolePolicy, RoleReference, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { readPolicy } from './policy';

const ROLE = 'aws_iam_role';
const ATTACHMENT = 'aws_iam_role_policy_attachment';
const OWN_POLICY = 'aws_iam_role_policy';

export function readRoles(catalog: Catalog): Role<Unknown>[] {
  return catalog.managed(ROLE).map((role) => {
    const members = catalog.belonging(role, [ATTACHMENT, OWN_POLICY], roleOf);
    const attachments = members.filter(({ type }) => type === ATTACHMENT);
    const own = members.filter(({ type }) => type === OWN_POLICY);
    const listed = role.texts('managed_policy_arns');
    const attached = attachments.map((attachment) => attachment.text('policy_arn', unknown()));
    const arns: List<string, Unknown> = isUnknown(listed)
      ? attached.length > 0
        ? attached
        : listed
      : [...new Set([...listed, ...attached])];
    const boundary = role.text('permissions_boundary');
    return {
      ...role.located,
      arn: role.computed('arn'),
      name: role.text('name', unknown()),
      trust: readPolicy(role, catalog, 'assume_role_policy') ?? unknown(),
      policies: [
        ...inlinePolicies(role, catalog),
        ...own.map((policy) => rolePolicy(policy, catalog)),
        ...managedPolicies(role, arns, attachments, catalog),
      ],
      managedPolicyArns: arns,
      ...(boundary === undefined ? {} : { permissionsBoundary: boundary }),
    };
  });
}

/** A role that is named by its ARN. */
export function roleAt(from: Resource, arn: string | Unknown, catalog: Catalog): RoleReference<Unknown> {
  const role = catalog.target(from, arn, ROLE, 'arn');
  return { arn, ...(role ? { role: role.address } : {}) };
}

const roleOf = (member: Resource, catalog: Catalog): Resource | undefined =>
  catalog.target(member, member.text('role'), ROLE, 'name');

const rolePolicy = (policy: Resource, catalog: Catalog): RolePolicy<Unknown> => ({
  ...policy.located,
  statements: readPolicy(policy, catalog, 'policy') ?? [],
});

function inlinePolicies(role: Resource, catalog: Catalog): RolePolicy<Unknown>[] {
  const blocks = role.blocks('inline_policy');
  // Computed as well: unknown without being written means policies that are listed as resources of their own.
  if (isUnknown(blocks)) return blocks.references ? [{ ...role.located, statements: blocks }] : [];
  return blocks
    .filter((block) => block.has('policy'))
    .map((block) => ({ ...role.located, statements: readPolicy(role, catalog, 'policy', block) ?? [] }));
}

function managedPolicies(
  role: Resource,
  arns: List<string, Unknown>,
  attachments: readonly Resource[],
  catalog: Catalog,
): RolePolicy<Unknown>[] {
  const named = attachments.map((attachment) =>
    catalog.target(attachment, attachment.text('policy_arn'), 'aws_iam_policy', 'arn'),
  );
  const listed = isUnknown(arns) ? [] : arns.map((arn) => catalog.target(role, arn, 'aws_iam_policy', 'arn'));
  const policies = new Set([...named, ...listed].filter((policy) => policy !== undefined));
  return [...policies].map((policy) => rolePolicy(policy, catalog));
}
