import type { PlannedChange, Severity } from '@gatehouse/surface';
import type { ChangeReview } from '../model/review';
import { printableAttributes } from './attributes';
import type { Origins } from './origins';
import type { Relations } from './relations';

/** What is known about a change besides itself. */
export interface Lookup extends Relations {
  readonly origins: Origins;
  readonly severityOf: (change: PlannedChange) => Severity | undefined;
}

export function reviewChange(change: PlannedChange, fingerprint: string, lookup: Lookup): ChangeReview {
  const { address, stack, type, action, deposed, previousAddress, imported, reason, replacePaths, changed } =
    change;
  const cause = lookup.causeOf.get(change);
  const uses = lookup.usesOf.get(change);
  const severity = lookup.severityOf(change);
  const invisible = action === 'update' && changed.length === 0;
  return {
    address,
    ...(stack === undefined ? {} : { stack }),
    ...lookup.origins.of(change),
    type,
    action,
    ...(deposed === undefined ? {} : { deposed }),
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(imported ? { imported } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(replacePaths.length === 0 ? {} : { forcedBy: [...replacePaths] }),
    changed: [...changed],
    attributes: printableAttributes(change),
    ...(invisible ? { invisible } : {}),
    ...(cause ? { causedBy: cause.address } : {}),
    ...(uses ? { uses: uses.map(({ address }) => address) } : {}),
    ...(severity === undefined ? {} : { severity }),
    fingerprint,
  };
}
