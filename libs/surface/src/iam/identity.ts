import type { Resource } from '../terraform/resource';
import { isSameValue } from './same-value';

export type IdentityKind = 'role' | 'user' | 'group' | 'permission set';

/** Whom IAM policies are attached to, with all that one side of a plan says of it. */
export interface Identity {
  /** `policy`: those who have a policy that no identity of the plan has. */
  readonly kind: IdentityKind | 'policy';
  /** Its name; its address where that is not known yet. */
  readonly name: string;
  /** Absent: it is made elsewhere, and this plan only attaches to it. */
  readonly resource?: Resource;
  readonly policies: readonly Attached[];
  readonly boundary?: Attached;
  /** The keys of a user's groups, and what says so. */
  readonly groups: ReadonlyMap<string, Resource>;
}

/** A policy that is attached, by its text or by its ARN. */
export interface Attached {
  /** What attaches it. */
  readonly from: Resource;
  /** Of an inline policy. */
  readonly name?: string;
  /** The policy, where it is a resource of its own in the plan. */
  readonly policy?: Resource;
  /** Text, an object, or `Unknown`; absent where only the ARN is known. */
  readonly value?: unknown;
  readonly arn?: string;
}

/** Whether both sides attach the same, as they do where nothing changes. */
export const isSameAttached = (one: Attached, other: Attached): boolean =>
  (one.from === other.from && one.policy === other.policy) ||
  (one.from.address === other.from.address &&
    one.policy?.address === other.policy?.address &&
    one.arn === other.arn &&
    isSameValue(one.value, other.value));
