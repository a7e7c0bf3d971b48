import type { Policy } from './policy';
import type { Located } from './located';
import type { List } from './value';

/** `aws_iam_role` with the policies that it has by any of Terraform's ways. */
export interface Role<U = never> extends Located {
  readonly arn: string | U;
  readonly name: string | U;
  /** Who may take the role. */
  readonly trust: Policy<U>;
  /** Policies of the role's own. */
  readonly policies: readonly RolePolicy<U>[];
  /** ARNs of managed policies; those that are part of the surface are in `policies` too. */
  readonly managedPolicyArns: List<string, U>;
  readonly permissionsBoundary?: string | U;
}

/** A policy that a role has. */
export interface RolePolicy<U = never> extends Located {
  readonly statements: Policy<U>;
}
