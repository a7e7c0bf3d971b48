import { readPlans, UnreadableError, type TerraformPlan } from '@gatehouse/surface';
import { lazy } from './lazy';
import { mergeEnvironments } from './merge';
import type { EnvironmentReview, Review } from './model/review';
import { readInput } from './read/input';
import { reviewEnvironment, reviewOf, type EnvironmentPlans } from './review';

export interface ReviewInputs {
  /** Plans and reviews; `-` is standard input. Empty: the plans that were made for `environment`. */
  readonly files: readonly string[];
  /** Whose plans these are; its environment file says what is accepted. */
  readonly environment?: string;
}

export interface ReviewedInputs {
  readonly review: Review;
  /** What could not be read; each is a stack that is not reviewed, too. */
  readonly problems: readonly string[];
}

/**
 * Reads whatever can be read, and reviews it.
 *
 * @throws EnvironmentError the environment file is wrong
 * @throws UnreadableError nothing is planned for the environment, or two files are of the same stack
 */
export function reviewInputs({ files, environment }: ReviewInputs): ReviewedInputs {
  const workspace = environment === undefined ? undefined : lazy.environment().readWorkspace(environment);
  const named = environment === undefined ? {} : { name: environment };
  const unreadable = new Unreadable();
  const reviews: { where: string; environment: EnvironmentReview }[] = [];
  const review = (where: string, input: Pick<EnvironmentPlans, 'plans' | 'notPlanned'>) =>
    reviews.push({ where, environment: unreadable.review({ ...named, ...workspace, ...input }) });

  if (files.length === 0 && environment !== undefined) {
    review(environment, lazy.environment().readPlansOf(environment));
  }
  const plans: Record<string, TerraformPlan> = {};
  const wheres: Record<string, string> = {};
  for (const file of files) {
    const input = unreadable.read(() => readInput(file));
    if (!input) continue;
    if (input.kind === 'review') {
      reviews.push(...input.environments.map((each) => ({ where: file, environment: each })));
      continue;
    }
    const stack = input.stack in plans ? file : input.stack;
    if (stack in plans) throw twice(file);
    plans[stack] = input.plan;
    wheres[stack] = input.where;
  }
  if (Object.keys(plans).length > 0 || unreadable.stacks.size > 0) {
    review(Object.values(wheres).join(', '), { plans, notPlanned: Object.fromEntries(unreadable.stacks) });
  }
  return { review: reviewOf(mergeEnvironments(reviews)), problems: unreadable.problems };
}

/** What cannot be read is told, and is no reason to keep quiet about the rest. */
class Unreadable {
  readonly problems: string[] = [];
  /** File or stack -> why. */
  readonly stacks = new Map<string, string>();

  read<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      this.problems.push(error.message);
      this.stacks.set(error.where, error.message);
      return undefined;
    }
  }

  review(input: EnvironmentPlans): EnvironmentReview {
    try {
      return reviewEnvironment(input);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      const { plans, notPlanned } = this.readableOf(input);
      // All can be read by themselves: what is wrong is how they fit together.
      if (Object.keys(plans).length === Object.keys(input.plans).length) throw error;
      return reviewEnvironment({ ...input, plans, notPlanned });
    }
  }

  private readableOf({ plans, notPlanned = {} }: EnvironmentPlans) {
    const readable: Record<string, TerraformPlan> = {};
    const missing: Record<string, string> = { ...notPlanned };
    for (const [stack, plan] of Object.entries(plans)) {
      try {
        readPlans({ [stack]: plan });
        readable[stack] = plan;
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        this.problems.push(error.message);
        missing[stack] = error.message;
      }
    }
    return { plans: readable, notPlanned: missing };
  }
}

const twice = (file: string): UnreadableError =>
  new UnreadableError(file, 'every file once', 'the same name twice');
