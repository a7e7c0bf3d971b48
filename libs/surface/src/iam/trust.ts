import { widening, type Gain, type Undecided } from '@gatehouse/policy';
import type { Comparison } from '../difference/comparison';
import { nameOf, placeOf } from '../model/located';
import { textOf } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import { ownAccounts } from '../terraform/own-accounts';
import type { Resource } from '../terraform/resource';
import { documentOf } from './document';
import { isSameValue } from './same-value';

/** Who can assume a role that could not before. */
export interface TrustGained {
  readonly role: Resource;
  readonly before: Resource | undefined;
  readonly name: string;
  readonly account: string | undefined;
  readonly gains: readonly Gain[];
  /** What it allowed before. */
  readonly earlier: readonly Gain[];
  /** What of the new trust policy is not known. */
  readonly undecided: readonly Undecided[];
}

/** The argument of the trust policy. */
export const TRUST = 'assume_role_policy';

/** Roles whose trust policy changes, and new ones; each is compared with the role of its name, then of its address. */
export function trustsGained({ resources: { after, before } }: Comparison): readonly TrustGained[] {
  const earlier = [...before.managed('aws_iam_role')];
  const byName = new Map(earlier.map((role) => [role.peek('name'), role]));
  const byPlace = new Map(earlier.map((role) => [placeOf(role), role]));
  return after.managed('aws_iam_role').flatMap((role) => {
    const old = byPlace.get(placeOf(role)) ?? byName.get(role.peek('name'));
    if (old === role || (old && isSameValue(old.raw(TRUST), role.raw(TRUST)))) return [];
    const name = nameOf({ name: role.peek('name'), address: role.address });
    const account = ownAccounts(after).of(role) ?? ownAccounts(before).of(old ?? role);
    const arn = role.peek('arn') ?? old?.peek('arn');
    const about = {
      ...{ kind: 'resource' as const, type: 'role' as const, name: `role ${name}` },
      ...{ account, arn: textOf(arn) },
    };
    const was = old && policyOf(old, before);
    const { gains, undecided } = widening({ ...about, ...(was && { before: was }), after: policyOf(role, after) });
    const earlier = was && gains.length > 0 ? widening({ ...about, after: was }).gains : [];
    const isAfter = ({ side }: Undecided) => side === 'after';
    return [{ role, before: old, name, account, gains, earlier, undecided: undecided.filter(isAfter) }];
  });
}

const policyOf = (role: Resource, catalog: Catalog) => ({
  name: 'the trust policy',
  document: documentOf(role, catalog, role.raw(TRUST)),
});
