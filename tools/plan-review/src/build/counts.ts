import type { PlanChanges } from '@gatehouse/surface';
import type { StackReview } from '../model/review';

export const NO_COUNTS = { add: 0, change: 0, destroy: 0, import: 0, move: 0, forget: 0, invoke: 0 };

/**
 * Terraform's own numbers: a replacement is one to add and one to destroy, an import counts beside what else happens to
 * the object, a move that changes nothing counts nowhere else.
 */
export function countsOf({ changes, status }: PlanChanges): StackReview['counts'] {
  const counts = { ...NO_COUNTS, invoke: status.actionInvocations.length };
  for (const { action, imported, previousAddress } of changes) {
    if (action === 'create' || action === 'replace' || action === 'replace-and-forget') counts.add++;
    if (action === 'update') counts.change++;
    if (action === 'delete' || action === 'replace') counts.destroy++;
    if (action === 'forget' || action === 'replace-and-forget') counts.forget++;
    if (imported) counts.import++;
    if (previousAddress !== undefined) counts.move++;
  }
  return counts;
}
