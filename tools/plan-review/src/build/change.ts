import type { PlannedChange, Severity } from '@gatehouse/surface';
import type { ChangeReview } from '../model/review';
import { printableAttributes } from './attributes';
import type { Origins } from './origins';
import type { Relations } from './relations';

/** What is known about a change besides itself. */
export interface Lookup extends Relations {
  readonly origins: Origins;
  readonly severityOf: (change: PlannedChange) => Severity | undefined;
  /** Why a stack is reviewed from its code. */
  readonly fromCode?: string | undefined;
}

export function reviewChange(change: PlannedChange, fingerprint: string, lookup: Lookup): ChangeReview {
  const { address, type, action, changed, stack, deposed, previousAddress, reason, replacePaths } = change;
  return {
    address,
    type,
    action,
    changed: [...changed],
    attributes: printableAttributes(change),
    fingerprint,
    stack,
    ...lookup.origins.of(change),
    deposed,
    previousAddress,
    imported: change.imported || undefined,
    reason,
    forcedBy: replacePaths.length > 0 ? [...replacePaths] : undefined,
    invisible: (action === 'update' && changed.length === 0) || undefined,
    causedBy: lookup.causeOf.get(change)?.address,
    uses: lookup.usesOf.get(change)?.map((other) => other.address),
    severity: lookup.severityOf(change),
  };
}
