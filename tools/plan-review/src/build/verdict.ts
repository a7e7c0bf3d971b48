import type { ChangeReview, EnvironmentReview, StackReview, Verdict } from '../model/review';

/** What is expected is worth a line, not a decision. */
export const isRisky = ({ severity = 'expected' }: Pick<ChangeReview, 'severity'>): boolean => severity !== 'expected';

/** Whether the review says everything that an apply of this stack will do to people's access. */
export const isWhole = ({ status }: StackReview): boolean => WHOLE.includes(status);

const WHOLE: readonly StackReview['status'][] = ['changes', 'no changes', 'from code'];

/** Nothing that could not be looked at is ever clean, and nothing at all is not either. */
export function verdictOf(environments: readonly EnvironmentReview[]): Verdict {
  if (environments.some(({ findings }) => findings.some(isRisky))) return 'risky';
  const stacks = environments.flatMap(({ stacks }) => stacks);
  return stacks.length > 0 && stacks.every(isWhole) ? 'clean' : 'not reviewed';
}
