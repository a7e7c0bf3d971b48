import { type EnvironmentReview, type StackReview } from '@gatehouse/plan-review';

/**
 * A review without the stacks that have nothing left to do: they were applied by a deploy that ended early, and whatever was reviewed
 * of them, nothing is done to them now.
 *
 * @param now of the same environment
 */
export function leftToDo(review: EnvironmentReview, now: EnvironmentReview): EnvironmentReview {
  const done = new Set(now.stacks.filter(isDone).map(({ name }) => name));
  return { ...review, stacks: review.stacks.filter(({ name }) => !done.has(name)) };
}

const isDone = ({ status, actionInvocations, deferred }: StackReview): boolean =>
  status === 'no changes' && actionInvocations.length === 0 && deferred.length === 0;
