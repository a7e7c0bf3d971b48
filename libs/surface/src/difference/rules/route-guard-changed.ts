import { callersOf } from '../../access/caller';
import type { Route } from '../../access/route';
import type { Guard, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { byOther, changedCalls } from '../answered';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';

export const routeGuardChanged = differenceRule({
  id: 'route-guard-changed',
  severity: 'high',
  title: 'Route authorizer changed',
  why: 'The authorizer decides who passes: with another one, other callers get in, and earlier ones may be locked out.',
  remediation: 'Restore the authorizer, or check that the new one lets in exactly who should call.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  find: (comparison) =>
    changedCalls(comparison.routes, (calls) => {
      const { was: before, now: after } = calls;
      const [was, now] = [before.guard, after.guard];
      if (isUnknown(was) || isUnknown(now) || was.kind === 'none' || now.kind === 'none') return undefined;
      if (was.kind === now.kind && isSame(before, was, after, now, comparison)) return undefined;
      const [old, becomes] = callersOf(before, after);
      const stays = placeOf(before) === placeOf(after) || before.title === after.title;
      return {
        message: `Other callers can call ${calls.title}${byOther(calls)}: ${becomes} instead of ${old}${stays ? '' : `, for which ${before.title} answered`}.`,
        // A path of its own with a guard of its own, which a route for all paths answered until now.
        ...(stays ? {} : { severity: 'medium' as const }),
        before: old,
        after: becomes,
      };
    }),
});

/** An authorizer that moves, is renamed, or is made again at its address is the same; its own changes have rules of their own. */
function isSame(
  before: Route,
  was: Guard<Unknown>,
  after: Route,
  now: Guard<Unknown>,
  { authorizers }: Comparison,
): boolean {
  if (was.authorizer === undefined || now.authorizer === undefined) {
    // Not part of the surface: all that there is to compare is the id.
    return isUnknown(was.authorizerId) || isUnknown(now.authorizerId) || was.authorizerId === now.authorizerId;
  }
  if (was.authorizer === now.authorizer) return true;
  const place = placeOf({ ...before, address: was.authorizer });
  const becomes = authorizers.find((pair) => pair.before && placeOf(pair.before) === place)?.after;
  return becomes !== undefined && placeOf(becomes) === placeOf({ ...after, address: now.authorizer });
}
