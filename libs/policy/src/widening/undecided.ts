import { type Undecided } from './model';
import { type ReadPolicies } from './read';

/** Why a policy is not compared to the end. */
export const TOO_LARGE = 'its patterns are too many to compare';

/** What could not be read; what is the same unread policy on both sides is no change. */
export function undecidedOf(before: readonly ReadPolicies[], after: readonly ReadPolicies[]): Undecided[] {
  const of = (read: readonly ReadPolicies[]) => read.flatMap(({ undecided }) => undecided);
  const isManaged = ({ policy }: Undecided) => policy.startsWith('arn:');
  const has = (all: readonly Undecided[], { policy, reason }: Undecided) =>
    all.some((each) => each.policy === policy && each.reason === reason);
  const [old, now] = [of(before), of(after)];
  return [
    ...old.filter((each) => !isManaged(each) || !has(now, each)),
    ...now.filter((each) => !isManaged(each) || !has(old, each)),
  ];
}
