import { resolve } from 'node:path';
import { teamRules } from '@gatehouse/rules';
import { allRules, UnreadableError, type TerraformPlan } from '@gatehouse/surface';
import { codeOfPlans } from './config/code-of-plans';
import type { CodeFolder } from './config/folder';
import { lazy } from './lazy';
import { mergeEnvironments, stackTwice } from './merge';
import type { EnvironmentReview, Review } from './model/review';
import { readInput } from './read/input';
import { reviewEnvironment, reviewOf, type CodeReview, type EnvironmentPlans } from './review';

export interface ReviewInputs {
  /** Plans and reviews; `-` is standard input. Empty: the plans that were made for `environment`. */
  readonly files: readonly string[];
  /** Whose plans these are; in a Gatehouse workspace its environment file says what is accepted. */
  readonly environment?: string;
  /** Stacks that cannot be planned yet, and what their code is compared with. @default - they are not reviewed */
  readonly code?: CodeReview;
  /** The code of plans, for what only the code says. @default - none */
  readonly folders?: readonly CodeFolder[];
  /** A file that says what is accepted, whom the team trusts, and verdicts. @default - what the workspace says */
  readonly policy?: string;
  /** The key of the hashes that stand for secrets in digests. @default - secrets are not bound */
  readonly secretsKey?: Buffer | undefined;
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
export function reviewInputs({ files, environment, code, folders = [], ...options }: ReviewInputs): ReviewedInputs {
  const known = { ...contextOf(environment, options.policy), secretsKey: options.secretsKey };
  const unreadable = new Unreadable();
  const reviews: { where: string; environment: EnvironmentReview }[] = [];
  const made = files.length === 0 && environment !== undefined ? lazy.environment().planFilesOf(environment) : NONE;
  const inputs: { file: string; stack?: string }[] = [
    ...files.map((file) => ({ file })),
    ...Object.entries(made.files).map(([stack, file]) => ({ file, stack })),
  ];
  const plans: Record<string, TerraformPlan> = {};
  const wheres = new Map<string, string>();
  for (const { file, stack: planned } of inputs) {
    const input = unreadable.read(() => readInput(file), planned);
    if (!input) continue;
    if (input.kind === 'review') {
      reviews.push(...input.environments.map((each) => ({ where: file, environment: each })));
      continue;
    }
    const name = planned ?? input.stack;
    const other = [...wheres.values()].find((where) => resolve(where) === resolve(input.where));
    if (other !== undefined) throw stackTwice(input.where, name, other, LEAVE_OUT);
    const stack = wheres.has(name) ? input.where : name;
    plans[stack] = input.plan;
    wheres.set(stack, input.where);
  }
  const without = { ...made.notPlanned, ...Object.fromEntries(unreadable.stacks) };
  const notPlanned = Object.fromEntries(Object.entries(without).filter(([stack]) => !(stack in (code?.stacks ?? {}))));
  if (Object.keys(plans).length + Object.keys(without).length > 0) {
    const written = folders.length === 0 ? {} : { written: codeOfPlans(plans, folders) };
    const review = unreadable.review({ ...known, ...(code && { code }), ...written, plans, notPlanned });
    reviews.push({ where: [...wheres.values()].join(', '), environment: review });
  }
  return { review: reviewOf(mergeEnvironments(reviews)), problems: unreadable.problems };
}

/** Everything that is known beside the plans. */
function contextOf(environment: string | undefined, file: string | undefined): Partial<EnvironmentPlans> {
  const workspace = environment === undefined ? undefined : lazy.environment().findWorkspace(environment);
  return {
    ...(environment !== undefined && { name: environment }),
    ...workspace,
    ...(file !== undefined && { policyFile: lazy.policy().readPolicy(file, ruleIds()) }),
  };
}

/** Of every rule that a verdict can name. */
const ruleIds = (): readonly string[] => allRules(teamRules).all.map(({ id }) => id);

const LEAVE_OUT = 'Leave one of the two out.';
const NONE = { files: {}, notPlanned: {} };

/** Why a plan cannot be read; anything else is a bug. */
function unreadable(error: unknown, where: string): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const isTooDeep = error instanceof RangeError && error.message.includes('call stack');
  if (!isTooDeep) throw error;
  return new UnreadableError(where, 'values of at most some thousand levels', 'more', 'Review it by hand.');
}

/** What cannot be read is reported, and the rest reviewed. */
class Unreadable {
  readonly problems: string[] = [];
  /** File or stack -> why. */
  readonly stacks = new Map<string, string>();

  /** @param stack whose plan it is, as far as that is known without reading it */
  read<T>(read: () => T, stack?: string): T | undefined {
    try {
      return read();
    } catch (caught) {
      const error = unreadable(caught, stack ?? 'the plan');
      this.problems.push(error.message);
      // What is called after its file need not name it again.
      const what = error.message.replace(`${error.where}: e`, 'E');
      this.stacks.set(stack ?? error.where, stack === undefined ? what : error.message);
      return undefined;
    }
  }

  review(input: EnvironmentPlans): EnvironmentReview {
    try {
      return reviewEnvironment(input);
    } catch (caught) {
      const error = unreadable(caught, 'the plans');
      const { plans, notPlanned } = this.readableOf(input);
      // All can be read by themselves: what is wrong is how they fit together.
      if (Object.keys(plans).length === Object.keys(input.plans).length) throw error;
      return reviewEnvironment({ ...input, plans, notPlanned });
    }
  }

  private readableOf({ plans, notPlanned = {}, ...rest }: EnvironmentPlans) {
    const readable: Record<string, TerraformPlan> = {};
    const missing: Record<string, string> = { ...notPlanned };
    for (const [stack, plan] of Object.entries(plans)) {
      try {
        reviewEnvironment({ ...rest, plans: { [stack]: plan } });
        readable[stack] = plan;
      } catch (caught) {
        const error = unreadable(caught, stack);
        this.problems.push(error.message);
        missing[stack] = error.message;
      }
    }
    return { plans: readable, notPlanned: missing };
  }
}
