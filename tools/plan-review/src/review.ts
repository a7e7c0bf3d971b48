import { teamRules } from '@gatehouse/rules';
import {
  accessChanges,
  apiNames,
  allRules,
  readPlans,
  SEVERITIES,
  type Suppression,
  type Finding,
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
import { verdictOf } from './build/verdict';
import { digestOfStacks } from './digest/digest';
import { FORMAT } from './model/format';
import type { EnvironmentReview, Review, ReviewFinding, StackReview } from './model/review';

export interface EnvironmentPlans {
  readonly name?: string;
  /** By stack name: the parsed output of `terraform show -json <plan file>`. */
  readonly plans: Readonly<Record<string, TerraformPlan>>;
  /** Stacks that there is no plan of, and why. */
  readonly notPlanned?: Readonly<Record<string, string>>;
  /** `cdk.tf.json` by stack name: tells which file to look at, and why a route is public. */
  readonly synthesized?: Readonly<Record<string, SynthesizedStack>>;
  readonly suppressions?: readonly Suppression[];
  /** Of the environment; some limits are stricter in production. */
  readonly tier?: Tier;
  /** @default - the team's, of libs/rules */
  readonly team?: TeamRules;
}

/**
 * What the plans of one environment do to people's access.
 *
 * @throws UnreadableError a plan is of a newer major format, truncated, or something else
 */
export function reviewEnvironment(input: EnvironmentPlans): EnvironmentReview {
  const { name, plans, notPlanned = {}, synthesized = {}, suppressions = [], tier, team = teamRules } = input;
  const rules = allRules(team);
  const origins = new Origins(synthesized);
  const read = printablePlans(readStacks(plans), origins);
  const { open, suppressed, unused } = reviewFindings(read, { rules, suppressions, tier });
  const relations = relate(read.plans.flatMap(({ changes }) => changes));
  const causes = causesByPlace(relations.causeOf);
  const losses = lossRules(rules);
  const worst = worstByPlace([...open, ...suppressed]);
  const toReview = (finding: Finding) =>
    reviewFinding(finding, origins, losses.has(finding.rule) ? causes : undefined);
  const lookup = {
    ...relations,
    origins,
    severityOf: (change: PlannedChange) => worst.get(resourcePlaceOf(change)),
  };
  const stacks = [
    ...read.plans.map((plan) => reviewStack(plan.stack ?? '', plan, lookup)),
    ...Object.entries(notPlanned).map(([stack, why]) => notReviewed(stack, why)),
  ];
  return {
    ...(name === undefined ? {} : { name }),
    ...digest(stacks),
    apis: apiNames(read),
    access: accessChanges(read).map((row) => ({ ...row, ...origins.of(row) })),
    findings: open.map(toReview),
    suppressed: suppressed.map((finding) => ({ ...toReview(finding), reason: finding.reason })),
    standing: suppressions
      .filter(
        ({ rule, address }) => address === undefined && !suppressed.some((finding) => finding.rule === rule),
      )
      .map(({ rule, reason }) => ({ rule, reason })),
    unusedSuppressions: unused.map(({ rule, reason, address }) => ({
      rule,
      reason,
      ...(address === undefined ? {} : { address: String(address) }),
    })),
    stacks,
  };
}

export const reviewOf = (environments: readonly EnvironmentReview[]): Review => ({
  format: FORMAT,
  verdict: verdictOf(environments),
  environments: [...environments],
});

function readStacks(plans: EnvironmentPlans['plans']): ReadPlans {
  if (Object.keys(plans).length > 0) return readPlans(plans);
  const { before, after } = readPlans([{ format_version: '1.2', resource_changes: [] }]);
  return { before, after, complete: false, plans: [] };
}

function digest(stacks: readonly StackReview[]): { readonly digest?: string } {
  const digests = stacks.flatMap(({ name, digest }) => (digest === undefined ? [] : [{ name, digest }]));
  return digests.length > 0 && digests.length === stacks.length ? { digest: digestOfStacks(digests) } : {};
}

function reviewFinding(
  finding: Finding,
  origins: Origins,
  causes?: ReadonlyMap<string, string>,
): ReviewFinding {
  // A loss can follow from another loss; anything else at the same place is a decision of its own.
  const causedBy = causes?.get(resourcePlaceOf(finding));
  const {
    rule,
    severity,
    subject,
    message,
    remediation,
    before,
    after,
    address,
    stack,
    constructPath,
    source,
  } = finding;
  return {
    rule,
    severity,
    subject,
    message,
    remediation,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    address,
    ...(stack === undefined ? {} : { stack }),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(source === undefined ? {} : { source }),
    ...origins.of(finding),
    ...(causedBy === undefined ? {} : { causedBy }),
  };
}

const causesByPlace = (causeOf: ReadonlyMap<PlannedChange, PlannedChange>): ReadonlyMap<string, string> =>
  new Map([...causeOf].map(([change, cause]) => [resourcePlaceOf(change), cause.address]));

function worstByPlace(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const finding of findings) {
    const known = worst.get(resourcePlaceOf(finding));
    if (known === undefined || SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(known)) {
      worst.set(resourcePlaceOf(finding), finding.severity);
    }
  }
  return worst;
}
