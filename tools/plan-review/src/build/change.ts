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

/** There may be tens of thousands: written so that each is one object and nothing else. */
export function reviewChange(change: PlannedChange, fingerprint: string, lookup: Lookup): ChangeReview {
  const { address, type, action, changed, replacePaths } = change;
  const review: ChangeReview = {
    address,
    type,
    action,
    changed: [...changed],
    attributes: printableAttributes(change),
    fingerprint,
  };
  const { constructPath, source } = lookup.origins.of(change);
  const severity = lookup.severityOf(change);
  const cause = lookup.causeOf.get(change);
  const uses = lookup.usesOf.get(change);
  if (change.stack !== undefined) review.stack = change.stack;
  if (constructPath !== undefined) review.constructPath = constructPath;
  if (source !== undefined) review.source = source;
  if (change.deposed !== undefined) review.deposed = change.deposed;
  if (change.previousAddress !== undefined) review.previousAddress = change.previousAddress;
  if (change.imported) review.imported = true;
  if (change.reason !== undefined) review.reason = change.reason;
  if (replacePaths.length > 0) review.forcedBy = [...replacePaths];
  if (action === 'update' && changed.length === 0) review.invisible = true;
  if (cause) review.causedBy = cause.address;
  if (uses) review.uses = uses.map((other) => other.address);
  if (severity !== undefined) review.severity = severity;
  return review;
}
