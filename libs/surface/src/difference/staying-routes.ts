import type { Route } from '../access/route';
import type { PlannedChange } from '../changes/planned-change';
import { groupBy } from '../group-by';
import type { Comparison } from './comparison';
import { movedDefinitions } from './moved-definitions';

/** Routes of one REST API that a plan takes out of the code, and that callers still reach after its apply. */
export interface StayingRoutes {
  readonly routes: readonly Route[];
  /**
   * A deployment that is made before these routes are deleted, so that it still has them. Absent: Terraform forgets the
   * routes, and AWS keeps them.
   */
  readonly deployment?: PlannedChange;
}

/**
 * What stays reachable, though the plan says that it goes.
 *
 * @see docs/decisions/0006-removed-routes.md
 */
export function stayingRoutes(comparison: Comparison): readonly StayingRoutes[] {
  const known = FOUND.get(comparison) ?? find(comparison);
  FOUND.set(comparison, known);
  return known;
}

const FOUND = new WeakMap<Comparison, readonly StayingRoutes[]>();

function find(comparison: Comparison): StayingRoutes[] {
  const { apis, callable, changeAt, changesOf } = comparison;
  const kept = new Set(apis.flatMap(({ before, after }) => (before && after ? [before.key] : [])));
  const moved = new Set(movedDefinitions(comparison).map(({ before }) => before));
  const gone = callable.flatMap(({ before, after }) =>
    before?.kind === 'rest' && !after && !before.preflight && kept.has(before.api.key) ? [before] : [],
  );
  return [...groupBy(gone, ({ api }) => api.key).values()].flatMap((routes): StayingRoutes[] => {
    const api = routes[0]?.api;
    // Those that are in no body go with its import.
    if (api?.kind !== 'REST' || moved.has(api.api)) return [];
    const byAction = groupBy(routes, (route) => changeAt(route)?.action);
    const [forgotten = [], deleted = []] = [byAction.get('forget'), byAction.get('delete')];
    const deployment = changesOf('aws_api_gateway_deployment').find((each) => isMadeFirst(each, api.api.id));
    return [
      ...(forgotten.length > 0 ? [{ routes: forgotten }] : []),
      ...(deployment && deleted.length > 0 ? [{ routes: deleted, deployment }] : []),
    ];
  });
}

/** `create_before_destroy`: what it depended on is deleted after it is made. */
const isMadeFirst = ({ actions, before, deposed }: PlannedChange, api: unknown): boolean =>
  actions.join() === 'create,delete' &&
  deposed === undefined &&
  typeof api === 'string' &&
  before?.['rest_api_id'] === api;
