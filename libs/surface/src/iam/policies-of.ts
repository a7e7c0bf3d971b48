import type { AttachedPolicy, IdentityPolicies } from '@gatehouse/policy';
import type { Catalog } from '../terraform/catalog';
import { documentOf, notKnown } from './document';
import { isUnknown, unknown } from '../model/value';
import { isSameAttached, type Attached } from './identity';

/** Policies as `widening` takes them, and what each of its names stands for. */
export interface NamedPolicies {
  readonly of: IdentityPolicies;
  readonly named: ReadonlyMap<string, Attached>;
}

export function namedPolicies(
  policies: readonly Attached[],
  boundary: Attached | undefined,
  catalog: Catalog,
): NamedPolicies {
  const named = new Map<string, Attached>();
  const attached = policies.map((each, index): AttachedPolicy => {
    const policy = policyOf(each, catalog, `policy ${index}`);
    named.set(nameIn(policy), each);
    return policy;
  });
  return {
    of: { policies: attached, ...(boundary && { boundary: policyOf(boundary, catalog, 'the boundary') }) },
    named,
  };
}

/** The name of a policy whose content is not known is its ARN. */
const nameIn = (policy: AttachedPolicy): string =>
  'managed' in policy && typeof policy.managed === 'string' ? policy.managed : (policy.name ?? '');

export function policyOf({ arn, from, policy, value }: Attached, catalog: Catalog, name: string): AttachedPolicy {
  if (value !== undefined) return { name, document: documentOf(policy ?? from, catalog, value) };
  return { managed: arn ?? notKnown(unknown()) };
}

/** Whether nothing can be said of it, though it may say something. */
export const isHidden = ({ value }: Attached): boolean => isUnknown(value);

/** Those of one side that are not on the other side too; their text cannot be read. */
export const withoutHiddenSame = (one: readonly Attached[], other: readonly Attached[]): readonly Attached[] =>
  one.filter((each) => !isHidden(each) || !other.some((same) => isSameAttached(each, same)));
