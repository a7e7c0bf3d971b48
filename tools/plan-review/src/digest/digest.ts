import { hash } from 'node:crypto';
import type { PlanChanges, PlannedChange } from '@gatehouse/surface';
import { fingerprint } from './fingerprint';

/** Whether an apply does anything for it: reading and leaving alone are nothing, taking over and renaming are. */
export const isChange = ({ action, previousAddress, imported }: PlannedChange): boolean =>
  (action !== 'no-op' && action !== 'read') || previousAddress !== undefined || imported;

/**
 * What a plan does, as a hash: `gh1-` and 40 hex digits. It does not depend on when and by which Terraform the plan was
 * made, on the order of anything, nor on how a provider writes "not set"; it does on everything that an apply would do.
 */
export function digestOf(plan: PlanChanges, fingerprints?: ReadonlyMap<PlannedChange, string>): string {
  const print = (change: PlannedChange) => fingerprints?.get(change) ?? fingerprint(change);
  const { status, outputs } = plan;
  return short([
    `errored ${status.errored}`,
    // Older Terraform does not say it; then nothing was targeted by what it knows.
    `complete ${status.complete !== false}`,
    ...plan.changes
      .filter(isChange)
      .map((change) => `change ${print(change)}`)
      .sort(),
    ...status.deferred.map((change) => `deferred ${change.why} ${print(change)}`).sort(),
    ...outputs.map(({ name, action, sensitive }) => `output ${name} ${action} ${sensitive}`).sort(),
    ...status.checks.map(({ address, status }) => `check ${address} ${status}`).sort(),
    ...status.actionInvocations.map((address) => `invoke ${address}`).sort(),
  ]);
}

/**
 * Of all stacks of an environment together; none as long as one of them has none. Their names are no part of it: of plans
 * that are given as files they are names of files.
 */
export function digestOfStacks(stacks: readonly { readonly digest?: string }[]): string | undefined {
  const digests = stacks.flatMap(({ digest }) => digest ?? []);
  return digests.length === 0 || digests.length < stacks.length ? undefined : short(digests.sort());
}

const short = (lines: readonly string[]): string => `gh1-${hash('sha256', lines.join('\n'), 'hex').slice(0, 40)}`;
