import type { Route } from '../access/route';
import type { PlannedChange } from '../changes/planned-change';
import { groupBy } from '../group-by';
import type { Comparison } from './comparison';
import { deletedFirst } from './deleted-first';
import { movedDefinitions } from './moved-definitions';
import type { AnyStage } from './stages';

/** Routes of one API that a plan takes out of the code, and that callers still reach after its apply. */
export interface StayingRoutes {
  readonly routes: readonly Route[];
  /**
   * Why: `forgotten`, Terraform lets go of the routes and AWS keeps them; `snapshot`, a deployment is made before they are
   * deleted; `unordered`, it may be; `pinned`, a stage goes on serving what it served; `waiting`, nothing is deployed.
   */
  readonly why: 'forgotten' | 'snapshot' | 'unordered' | 'pinned' | 'waiting';
  /** Of `snapshot` and `unordered`. */
  readonly deployment?: PlannedChange;
  /** Of `pinned`: the stages. */
  readonly stages?: readonly AnyStage[];
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
  const { apis, callable, changeAt, stages } = comparison;
  const kept = new Set(apis.flatMap(({ before, after }) => (before && after ? [before.key] : [])));
  const moved = new Set(movedDefinitions(comparison).map(({ before }) => before));
  const gone = callable.flatMap(({ before, after }) =>
    before && !after && before.api.kind !== 'FUNCTION_URL' && !before.preflight && kept.has(before.api.key)
      ? [before]
      : [],
  );
  const serving = groupBy(
    stages.filter(({ after }) => after && !after.deploysItself),
    ({ after }) => after?.api.key,
  );
  const deployments = newDeployments(comparison);
  return [...groupBy(gone, ({ api }) => api.key)].flatMap(([key, routes]): StayingRoutes[] => {
    const api = routes[0]?.api;
    // Those that are in no body go with its import.
    if (!api || api.kind === 'FUNCTION_URL' || (api.kind === 'REST' && moved.has(api.api))) return [];
    const byAction = groupBy(routes, (route) => changeAt(route)?.action);
    const forgotten = byAction.get('forget') ?? [];
    const removed = routes.filter((route) => !forgotten.includes(route));
    return [
      ...(forgotten.length > 0 ? [{ routes: forgotten, why: 'forgotten' as const }] : []),
      ...(removed.length === 0
        ? []
        : servedOn(
            removed,
            byAction.get('delete') ?? [],
            serving.get(key) ?? [],
            deployments.get(api.api.id),
            comparison,
          )),
    ];
  });
}

/** What the stages of an API still serve of the routes that it had. */
function servedOn(
  removed: readonly Route[],
  deleted: readonly Route[],
  stages: Comparison['stages'],
  deployment: PlannedChange | undefined,
  comparison: Comparison,
): StayingRoutes[] {
  // Live at once; or its stages are of another configuration.
  if (stages.length === 0) return [];
  if (deployment === undefined || deletedFirst(comparison).includes(deployment))
    return [{ routes: removed, why: 'waiting' }];
  if (deleted.length > 0) {
    const first = deployment.actions.join() === 'create,delete';
    return [{ routes: deleted, why: first ? 'snapshot' : 'unordered', deployment }];
  }
  const pinned = stages.flatMap(({ before, after }) =>
    before && after && typeof after.deploymentId === 'string' && after.deploymentId === before.deploymentId
      ? [after]
      : [],
  );
  return pinned.length > 0 ? [{ routes: removed, why: 'pinned', stages: pinned }] : [];
}

const DEPLOYMENTS: Readonly<Record<string, string>> = {
  aws_api_gateway_deployment: 'rest_api_id',
  aws_apigatewayv2_deployment: 'api_id',
};

/** The deployment that a plan makes, by the id of its API. */
const newDeployments = ({ changesOf }: Comparison): ReadonlyMap<unknown, PlannedChange> =>
  new Map(
    Object.entries(DEPLOYMENTS).flatMap(([type, argument]) =>
      changesOf(type)
        .filter(({ actions, deposed }) => actions.includes('create') && deposed === undefined)
        .map((change) => [(change.before ?? change.after)?.[argument], change] as const),
    ),
  );
