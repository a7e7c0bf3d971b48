import { changesSince, codeDigest, planDigest, reviewOf, type EnvironmentReview } from '@gatehouse/plan-review';
import { readProviderLock, stackCode } from '@gatehouse/plan-review/bound';
import type { SynthesizedStack, TerraformPlan } from '@gatehouse/surface';
import { type Session } from '../commands/session';
import { SetupError } from '../errors';
import { type PlanJson } from '../plan-json';
import { readStackConfig } from '../stack-config';
import { type StackResult } from '../stack-result';
import { type Stack } from '../stacks';
import { currentReview } from './current-review';
import { digestKey } from './digest-key';
import { leftToDo } from './left-to-do';
import { newsOf } from './news';
import { otherWays } from './other-ways';
import { readDuringApply } from './read-during-apply';
import { type Reviewed } from './read-reviewed';
import { refuseUnboundSecrets } from './unbound-secrets';

/** What a deploy would do is not what was reviewed. Nothing of it was applied. */
export class NotReviewedError extends SetupError {
  override name = 'NotReviewedError';
}

/** Lets pass only plans that mean what was reviewed. */
export class ReviewedPlans {
  private readonly digests: ReadonlyMap<string, string>;
  private readonly code: ReadonlyMap<string, string>;

  private constructor(
    private readonly session: Session,
    private readonly results: readonly StackResult[],
    /** The review; where only its digest is known, what has the same digest. */
    private readonly reviewed: EnvironmentReview,
    private readonly fromCode: ReadonlySet<string>,
    private readonly secretsKey: Buffer | undefined,
  ) {
    this.digests = new Map(reviewed.stacks.flatMap(({ name, digest }) => (digest ? [[name, digest]] : [])));
    this.code = new Map(session.all.map((stack) => [stack.name, codeOf(stack, secretsKey)]));
  }

  /**
   * Compares what the stacks' plans mean now with what was reviewed.
   *
   * @param results of planning just now
   * @throws NotReviewedError they mean something else
   */
  static async compare(reviewed: Reviewed, session: Session, results: readonly StackResult[]): Promise<ReviewedPlans> {
    const secretsKey = await digestKey(session);
    const review = 'review' in reviewed ? reviewOfEnvironment(reviewed, session) : undefined;
    const fromCode = review ? codeReviewed(review) : waiting(results);
    const current = currentReview(session, { results, fromCode, secretsKey });
    const differences = review
      ? changesSince(
          reviewOf([withDigests(leftToDo({ ...review, name: current.name }, current))]),
          reviewOf([withDigests(leftToDo(current, current))]),
        )
      : [];
    const same = 'digest' in reviewed ? reviewed.digest === current.digest : differences.length === 0;
    if (!same) throw new NotReviewedError(describe(reviewed, current, differences));
    refuseUnboundSecrets(current);
    if (!review && fromCode.size > 0) throw new NotReviewedError(needsFile([...fromCode]));
    return new ReviewedPlans(session, results, review ?? current, fromCode, secretsKey);
  }

  /**
   * Checks the plan that is about to be applied.
   *
   * @param planNow plans a stack that was applied meanwhile
   * @throws NotReviewedError it means something else than what was reviewed
   */
  async check(stack: Stack, plan: PlanJson, planNow: PlanNow): Promise<void> {
    const { name } = stack;
    const ways = otherWays(this.session.binary, [stack]);
    if (ways.length > 0) throw refused(name, `Terraform would obey what no review shows:\n${listed(ways)}`);
    if (this.code.get(name) !== codeOf(stack, this.secretsKey))
      throw refused(
        name,
        'its synthesized JSON, or a package of its providers, is another one since the deploy began.',
      );
    if (this.fromCode.has(name)) {
      const news = await this.newsOf(stack, plan, planNow);
      if (news.length === 0) return;
      throw refused(
        name,
        `it could not be planned when it was reviewed, and its plan says something else than its code did:\n${listed(news)}`,
      );
    }
    const digest = this.digests.get(name);
    if (digest === undefined) throw refused(name, 'it could not be planned when it was reviewed.');
    const configuration = stackCode(readStackConfig(stack) as SynthesizedStack, stack.directory);
    const providers = readProviderLock(stack.directory);
    const now = planDigest(plan as TerraformPlan, { configuration, providers, secretsKey: this.secretsKey });
    if (now.digest === digest) return;
    throw refused(name, 'its plan means something else now that the stack before it is applied.');
  }

  /**
   * Checks a second plan, made when data sources were read that the first one would have read during its apply.
   *
   * @param differences from the first one
   * @throws NotReviewedError it means something else, or would still read one
   */
  async checkAfterReading(
    stack: Stack,
    plan: PlanJson,
    differences: readonly string[],
    planNow: PlanNow,
  ): Promise<void> {
    const unread = readDuringApply(plan).map((address) => `still reads ${address} during the apply`);
    const news = await this.newsOf(stack, plan, planNow, { inPart: true });
    this.refuse(stack, [...differences, ...unread, ...news]);
  }

  /** @throws NotReviewedError there are differences */
  refuse({ name }: Stack, differences: readonly string[]): void {
    if (differences.length === 0) return;
    throw refused(name, `what its data sources answer makes its plan another one:\n${listed(differences)}`);
  }

  private async newsOf(
    stack: Stack,
    plan: PlanJson,
    planNow: PlanNow,
    options: { readonly inPart?: boolean } = {},
  ): Promise<readonly string[]> {
    const plans: Record<string, PlanJson> = { [stack.name]: plan };
    // What it reads has real values by now.
    for (const other of this.session.all) {
      if (stack.dependencies.includes(other.name)) plans[other.name] = await planNow(other);
    }
    const fromCode = new Set([...this.fromCode].filter((name) => !(name in plans)));
    const now = currentReview(this.session, { results: this.results, fromCode, plans, secretsKey: this.secretsKey });
    refuseUnboundSecrets(now);
    return newsOf(stack.name, this.reviewed, now, options);
  }
}

type PlanNow = (stack: Stack) => Promise<PlanJson>;

const refused = (stack: string, why: string): NotReviewedError =>
  new NotReviewedError(
    `${stack} was not applied: ${why}${why.endsWith('\n') ? '' : ' '}Plan and review it, then deploy again.`,
  );

const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('');

/** All that synthesis wrote for a stack, by its meaning, the files that it takes over, and the packages of its providers. */
const codeOf = (stack: Stack, secretsKey: Buffer | undefined): string =>
  codeDigest(
    stackCode(readStackConfig(stack) as SynthesizedStack, stack.directory),
    readProviderLock(stack.directory) ?? [],
    secretsKey,
  );

const waiting = (results: readonly StackResult[]): ReadonlySet<string> =>
  new Set(results.filter(({ outcome }) => outcome === 'upstream not applied').map(({ stack }) => stack));

const codeReviewed = ({ stacks }: EnvironmentReview): ReadonlySet<string> =>
  new Set(stacks.filter(({ status }) => status === 'from code').map(({ name }) => name));

function reviewOfEnvironment(
  { review: { environments } }: Extract<Reviewed, { review: unknown }>,
  { all }: Session,
): EnvironmentReview {
  const names = new Set(all.map(({ name }) => name));
  const found = environments.find(({ stacks }) => stacks.some(({ name }) => names.has(name)));
  if (found) return found;
  throw new NotReviewedError(`Nothing was applied: none of ${[...names].join(', ')} is in the review.`);
}

/** A stack that could not be reviewed at all, then or now, is stopped at when it is its turn. */
const withDigests = ({ stacks, digest: _, ...environment }: EnvironmentReview): EnvironmentReview => ({
  ...environment,
  stacks: stacks.filter(({ digest }) => digest !== undefined),
});

const needsFile = (stacks: readonly string[]): string =>
  `Nothing was applied: ${stacks.join(', ')} could not be planned when it was reviewed, and the digest alone does not tell what its ` +
  'plan may say. Give the JSON of the review: --reviewed <file>, as "gatehouse review --json <file>" writes it.';

function describe(reviewed: Reviewed, current: EnvironmentReview, differences: readonly string[]): string {
  const now = current.digest ?? 'no digest: not every stack could be planned';
  return [
    'Nothing was applied: the plan is not what was reviewed.',
    ...('digest' in reviewed
      ? [`  reviewed: ${reviewed.digest}`, `  now:      ${now}`]
      : differences.map((line) => `  ${line}`)),
    'Review the plan above and deploy what that review prints.',
  ].join('\n');
}
