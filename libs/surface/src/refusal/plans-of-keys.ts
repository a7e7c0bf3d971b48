import { groupBy } from '../group-by';
import type { Surface, Unknown, UsagePlan, UsagePlanKey } from '../model';
import { placeOf } from '../model/located';
import { isUnknown } from '../model/value';

/** An API key as a member of a usage plan. */
export interface Membership {
  readonly plan: UsagePlan<Unknown>;
  readonly member: UsagePlanKey<Unknown>;
}

/** The memberships of each API key that is known. */
export const plansOfKeys = ({ usagePlans }: Pick<Surface<Unknown>, 'usagePlans'>): readonly (readonly Membership[])[] =>
  [...groupBy(usagePlans.flatMap(membershipsOf), ({ member }) => identityOf(member))].flatMap(([key, memberships]) =>
    key === undefined ? [] : [memberships],
  );

const membershipsOf = (plan: UsagePlan<Unknown>): readonly Membership[] =>
  plan.keys.map((member) => ({ plan, member }));

const identityOf = ({ id, key, ...member }: UsagePlanKey<Unknown>): string | undefined => {
  if (key !== undefined) return placeOf({ ...member, address: key });
  return isUnknown(id) ? undefined : id;
};
