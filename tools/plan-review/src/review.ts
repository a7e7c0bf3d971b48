import { teamRules } from '@gatehouse/rules';
import {
  accessChanges,
  apiNames,
  allRules,
  allTrusted,
  readPlans,
  bySeverity,
  type Suppression,
  type Finding,
  type KeptSchema,
  type ModuleCode,
  type PlannedChange,
  type ReadPlans,
  type Severity,
  type SynthesizedStack,
  type TeamRules,
  type TerraformPlan,
  type Tier,
} from '@gatehouse/surface';
import { Origins } from './build/origins';
import { relate } from './build/relations';
import { resourcePlaceOf } from './build/place';
import { printablePlans } from './build/printable-plans';
import { lossRules } from './build/loss-rules';
import { reviewFindings } from './build/findings';
import { notReviewed, reviewStack } from './build/stack';
import { unreviewedTypes } from './build/unreviewed';
import { unusedSuppression } from './build/unused-suppression';
import { verdictOf } from './build/verdict';
import { digestOfStack } from './build/digests';
import { digestOfStacks } from './digest/environment-digest';
import { FORMAT } from './model/format';
import type { EnvironmentReview, Review, ReviewFinding } from './model/review';
import type { PolicyFile } from './read/policy';
import type { ProviderLock } from './read/provider-lock';

export interface EnvironmentPlans {
  readonly name?: string;
  /** By stack name: the parsed output of `terraform show -json <plan file>`. */
  readonly plans: Readonly<Record<string, TerraformPlan>>;
  /** Stacks that there is no plan of, and why. */
  readonly notPlanned?: Readonly<Record<string, string>>;
  /** The code of stacks of which nothing is synthesized, by name: what arguments say that their plans do not know. @default - none */
  readonly written?: Readonly<Record<string, ModuleCode>>;
  /** Stacks that cannot be planned yet: what their code does is reviewed. @default - none */
  readonly code?: CodeReview;
  /**
   * `cdk.tf.json` by stack name: tells which file to look at, why a route is public, and the routes of an OpenAPI body that
   * the plan does not know yet.
   */
  readonly synthesized?: Readonly<Record<string, SynthesizedStack>>;
  /** Where they are synthesized, with the files that they take over. @default - what is in these files is not bound */
  readonly directories?: Readonly<Record<string, string>>;
  /** Of the environment file. */
  readonly suppressions?: readonly Suppression[];
  /** A file of `--policy`. @default - none */
  readonly policyFile?: PolicyFile;
  /** What is kept of the user pools of the environment. @default - nothing is to be kept */
  readonly kept?: KeptSchema;
  /** What applies the plans deploys an API once more, when a route was removed from its resources. @default false */
  readonly deploysAgain?: boolean;
  /** The providers of each stack's lock file. @default - no package is bound */
  readonly locks?: Readonly<Record<string, ProviderLock>>;
  /** The key of the hashes that stand for secrets in digests. @default - secrets are not bound */
  readonly secretsKey?: Buffer | undefined;
  /** Of the environment; some limits are stricter in production. */
  readonly tier?: Tier;
  /** @default - the team's, of libs/rules */
  readonly team?: TeamRules;
}

/** Stacks that cannot be planned yet, and the code that they had before. */
export interface CodeReview {
  /** Stacks that `synthesized` has and that have no plan, and why. */
  readonly stacks: Readonly<Record<string, string>>;
  /** `cdk.tf.json` by stack name at the commit that is compared with. */
  readonly before: Readonly<Record<string, SynthesizedStack>>;
}

/**
 * What the plans of one environment do to people's access.
 *
 * @throws UnreadableError a plan is of a newer major format, truncated, or something else
 */
export function reviewEnvironment(input: EnvironmentPlans): EnvironmentReview {
  const { name, notPlanned = {}, synthesized = {}, suppressions = [], tier, team = teamRules } = input;
  const rules = allRules(team);
  const { file = '', suppressions: listed = [] } = input.policyFile ?? {};
  const origins = new Origins(synthesized);
  const read = readAll(input, origins);
  const { open, suppressed, unused, missed } = reviewFindings(read, { rules, suppressions, listed, tier });
  const toUnused = unusedSuppression({ file, listed, unused, missed, rules });
  const relations = relate(read.plans.flatMap(({ changes }) => changes));
  const causes = causesByPlace(relations.causeOf);
  const losses = lossRules(rules);
  const worst = worstByPlace([...open, ...suppressed]);
  const toReview = (finding: Finding): ReviewFinding => ({
    ...publishedOf({ ...finding, ...origins.of(finding) }),
    // A loss can follow from another loss; anything else at the same place is a decision of its own.
    causedBy: losses.has(finding.rule) ? causes.get(resourcePlaceOf(finding)) : undefined,
  });
  const { stacks: fromCode = {} } = input.code ?? {};
  const severityOf = (change: PlannedChange) => worst.get(resourcePlaceOf(change));
  const resources = read.plans.flatMap(({ changes }) => changes);
  const stacks = [
    ...read.plans.map((plan) => {
      const { stack = '' } = plan;
      const lookup = { ...relations, origins, severityOf, fromCode: fromCode[stack] };
      return reviewStack(stack, plan, resources, lookup, digestOfStack(stack, input, read));
    }),
    ...Object.entries(notPlanned).map(([stack, why]) => notReviewed(stack, why)),
  ];
  return {
    name,
    digest: digestOfStacks(stacks),
    apis: apiNames(read),
    access: accessChanges(read).map((row) => ({ ...row, ...origins.of(row) })),
    findings: open.map(toReview),
    suppressed: suppressed.map((finding) => ({ ...toReview(finding), reason: finding.reason })),
    standing: standingOf(suppressions, suppressed),
    unusedSuppressions: unused.map(toUnused),
    unreviewed: unreviewedTypes(read),
    stacks,
  };
}

/** What the plans say, and what is known beside them. */
function readAll(input: EnvironmentPlans, origins: Origins): ReadPlans {
  const { deploysAgain, kept, plans, synthesized = {}, team = teamRules } = input;
  // Plans of files may have other names than the stacks that the snapshot knows.
  const isKept = kept && Object.keys(plans).every((stack) => stack in synthesized);
  return {
    ...printablePlans(readStacks(input, synthesized), origins),
    ...(isKept && { kept }),
    ...(deploysAgain && { deploysAgain }),
    policy: policyOf(team, input.policyFile),
  };
}

/** What the team says in its rules and in a file; of two verdicts on one type the file's counts. */
const policyOf = (team: TeamRules, file: PolicyFile | undefined): ReadPlans['policy'] => ({
  trusted: allTrusted([team.trusted ?? {}, file?.trusted ?? {}]),
  verdicts: { ...team.verdicts, ...file?.verdicts },
});

/** Reviews of environments as one. */
export const reviewOf = (environments: readonly EnvironmentReview[]): Review => ({
  format: FORMAT,
  verdict: verdictOf(environments),
  environments: [...environments],
});

function readStacks(
  { plans, code, written }: EnvironmentPlans,
  synthesized: Readonly<Record<string, SynthesizedStack>>,
): ReadPlans {
  const stacks = Object.keys(code?.stacks ?? {});
  if (code && stacks.length > 0) {
    return readPlans(plans, synthesized, { stacks, before: code.before, after: synthesized }, written);
  }
  if (Object.keys(plans).length > 0) return readPlans(plans, synthesized, undefined, written);
  return { ...readPlans([{ format_version: '1.2', resource_changes: [] }]), complete: false, plans: [] };
}

/** Suppressions of a whole rule that nothing is found for here. */
const standingOf = (suppressions: readonly Suppression[], found: readonly Finding[]) =>
  suppressions
    .filter(({ rule, address }) => address === undefined && !found.some((finding) => finding.rule === rule))
    .map(({ rule, reason }) => ({ rule, reason }));

/** By name, so that nothing else of a finding is ever published. */
const publishedOf = (finding: Finding): ReviewFinding => ({
  rule: finding.rule,
  severity: finding.severity,
  subject: finding.subject,
  message: finding.message,
  remediation: finding.remediation,
  before: finding.before,
  after: finding.after,
  of: finding.of && [...finding.of],
  address: finding.address,
  stack: finding.stack,
  constructPath: finding.constructPath,
  source: finding.source,
});

const causesByPlace = (causeOf: ReadonlyMap<PlannedChange, PlannedChange>): ReadonlyMap<string, string> =>
  new Map([...causeOf].map(([change, cause]) => [resourcePlaceOf(change), cause.address]));

/** Of several at one place the last one stays: the worst. */
const worstByPlace = (findings: readonly Finding[]): ReadonlyMap<string, Severity> =>
  new Map(
    findings
      .toSorted(bySeverity)
      .reverse()
      .map((finding) => [resourcePlaceOf(finding), finding.severity]),
  );
