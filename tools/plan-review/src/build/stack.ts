import type { PlanChanges, PlannedChange } from '@gatehouse/surface';
import { isMirrored } from '@gatehouse/surface/mirrored';
import { isChange } from '../digest/is-change';
import { fingerprint } from '../digest/fingerprint';
import type { ChangeReview, StackReview } from '../model/review';
import { count } from '../text/count';
import { reviewChange, type Lookup } from './change';
import type { Digested } from './digests';
import { countsOf, NO_COUNTS } from './counts';

/**
 * @param resources what all stacks of the environment have and plan
 * @param digested what an apply is bound to
 */
export function reviewStack(
  name: string,
  plan: PlanChanges,
  resources: readonly PlannedChange[],
  lookup: Lookup,
  digested: Digested,
): StackReview {
  const changes = plan.changes.filter(isChange);
  const { status } = plan;
  const trouble = troubleOf(plan, lookup.fromCode);
  return {
    name,
    status: trouble?.status ?? (changes.length + plan.outputs.length > 0 ? 'changes' : 'no changes'),
    why: trouble?.why,
    counts: countsOf(plan),
    changes: changes.map((change) => reviewChange(change, fingerprint(change), lookup)),
    drift: reviewDrift(plan, resources, lookup),
    deferred: status.deferred.map(({ address, action, why }) => ({ address, action, why })),
    outputs: plan.outputs.map(({ name, action, sensitive }) => ({ name, action, sensitive })),
    checks: status.checks.map(({ address, status }) => ({ address, status })),
    actionInvocations: [...status.actionInvocations],
    terraformVersion: status.terraformVersion,
    ...digested,
  };
}

/** A stack without a plan: nothing is known about it, and nothing of it may look harmless. */
export const notReviewed = (name: string, why: string): StackReview => ({
  name,
  status: 'not reviewed',
  why,
  counts: { ...NO_COUNTS },
  changes: [],
  drift: [],
  deferred: [],
  outputs: [],
  checks: [],
  actionInvocations: [],
});

/** A refresh also finds empty values, what other resources set, and what AWS counts. */
function reviewDrift({ drift }: PlanChanges, resources: readonly PlannedChange[], lookup: Lookup): ChangeReview[] {
  // What is found at an address is about what the plan does there, not about this.
  const apart = { ...lookup, severityOf: () => undefined };
  return drift
    .filter(
      (change) => change.action !== 'update' || change.changed.some((name) => !isMirrored(change, name, resources)),
    )
    .map((change) => reviewChange(change, fingerprint(change), apart));
}

function troubleOf(
  { status, changes }: PlanChanges,
  fromCode: string | undefined,
): Pick<StackReview, 'status' | 'why'> | undefined {
  if (status.fromCode) return { status: 'from code', why: fromCode };
  const { errored, complete, deferred } = status;
  if (errored) return { status: 'errored', why: 'The plan failed, so it shows only a part of the changes.' };
  const incomplete = (why: string) => ({ status: 'incomplete', why }) as const;
  const unknown = changes.filter(({ action }) => action === 'unknown').length;
  if (unknown > 0) return incomplete(`${count(unknown, 'change')} with an action that this version does not know.`);
  if (deferred.length > 0) return incomplete(`${count(deferred.length, 'change')} deferred until after this apply.`);
  // The plan does not say why; targets are the reason that is left.
  if (complete === false) return incomplete('Only a part of the stack was planned (-target, -exclude).');
  return undefined;
}
