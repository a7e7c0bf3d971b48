import { widening, type Widening } from '@gatehouse/policy';
import type { Comparison } from '../difference/comparison';
import { isReadable, touchesIam } from './gains';
import { identitiesOf } from './identities';
import { isSameAttached, type Attached, type Identity } from './identity';
import { policyOf } from './policies-of';

/** A boundary that is lifted, or that lets through more. */
export interface BoundaryChanged {
  readonly identity: Identity;
  readonly before: Attached;
  readonly after: Attached | undefined;
  /** What those who have it can be given; absent where the plan does not show it. */
  readonly found: Widening | undefined;
}

/** Boundaries that change, of whom there is before and after. */
export function boundariesChanged(comparison: Comparison): readonly BoundaryChanged[] {
  const { resources } = comparison;
  if (!touchesIam(comparison)) return [];
  const was = identitiesOf(resources.before);
  return [...identitiesOf(resources.after)].flatMap(([key, identity]) => {
    const [before, after] = [was.get(key)?.boundary, identity.boundary];
    if (!before || !identity.resource || (after && isSameAttached(before, after))) return [];
    return [{ identity, before, after, found: after && foundIn(before, after, resources) }];
  });
}

function foundIn(before: Attached, after: Attached, resources: Comparison['resources']): Widening | undefined {
  if (!isReadable(after)) return undefined;
  return widening({
    kind: 'boundary',
    before: policyOf(before, resources.before, 'the boundary'),
    after: policyOf(after, resources.after, 'the boundary'),
  });
}
