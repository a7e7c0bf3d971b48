import type { PlannedChange } from '../changes/planned-change';
import type {
  ApiDomain,
  FunctionPermission,
  FunctionUrl,
  HttpApi,
  IdentityPool,
  Located,
  RestApi,
  Role,
  Unknown,
  UserPool,
  UserPoolClient,
} from '../model';
import type { ReadPlans } from '../read-plans';
import { apisOf, type AnyApi } from './apis';
import { authorizersOf, type AnyAuthorizer } from './authorizers';
import { groupBy, named, pairs, placeOf, type Pair } from './pairs';
import { routeKey, routesOf, type AnyRoute } from './routes';
import { stagesOf, type AnyStage } from './stages';

/** Both surfaces, laid side by side once for all rules, and the raw changes. */
export interface Comparison extends Pick<ReadPlans, 'before' | 'after' | 'complete' | 'plans'> {
  /** Of all plans. */
  readonly changes: readonly PlannedChange[];
  readonly changesOf: (type: string) => readonly PlannedChange[];
  readonly changeAt: (part: Located) => PlannedChange | undefined;
  readonly apis: readonly Pair<AnyApi>[];
  readonly routes: readonly Pair<AnyRoute>[];
  readonly authorizers: readonly Pair<AnyAuthorizer>[];
  readonly stages: readonly Pair<AnyStage>[];
  readonly apiDomains: readonly Pair<ApiDomain<Unknown>>[];
  readonly userPools: readonly Pair<UserPool<Unknown>>[];
  readonly clients: readonly Pair<UserPoolClient<Unknown>>[];
  readonly identityPools: readonly Pair<IdentityPool<Unknown>>[];
  readonly roles: readonly Pair<Role<Unknown>>[];
  readonly functionPermissions: readonly Pair<FunctionPermission<Unknown>>[];
  readonly functionUrls: readonly Pair<FunctionUrl<Unknown>>[];
}

export function compare({ before, after, complete, plans }: ReadPlans): Comparison {
  const changes = plans.flatMap((plan) => plan.changes);
  const current = changes.filter(({ deposed }) => deposed === undefined);
  const byPlace = new Map(current.map((change) => [placeOf(change), change]));
  const byType = groupBy(changes, ({ type }) => type);
  const apis = sameApis([...before.apis, ...before.httpApis], [...after.apis, ...after.httpApis]);
  const was = apisOf(before, (api) => apis.get(api) ?? placeOf(api));
  const becomes = apisOf(after, (api) => apis.get(api) ?? placeOf(api));
  const byKey = ({ key }: AnyApi) => key;
  return {
    before,
    after,
    complete,
    plans,
    changes,
    changesOf: (type) => byType.get(type) ?? [],
    changeAt: (part) => byPlace.get(placeOf(part)),
    apis: pairs(was, becomes, byKey),
    routes: pairs(was.flatMap(routesOf), becomes.flatMap(routesOf), routeKey, placeOf),
    authorizers: pairs(
      was.flatMap(authorizersOf),
      becomes.flatMap(authorizersOf),
      placeOf,
      named(authorizerKey),
    ),
    stages: pairs(was.flatMap(stagesOf), becomes.flatMap(stagesOf), placeOf, named(stageKey)),
    apiDomains: pairs(
      before.apiDomains,
      after.apiDomains,
      placeOf,
      named(({ name }) => name),
    ),
    userPools: pairs(
      before.userPools,
      after.userPools,
      placeOf,
      named(({ name }) => name),
    ),
    clients: pairs(
      before.clients,
      after.clients,
      placeOf,
      named(({ name }) => name),
    ),
    identityPools: pairs(
      before.identityPools,
      after.identityPools,
      placeOf,
      named(({ name }) => name),
    ),
    roles: pairs(
      before.roles,
      after.roles,
      placeOf,
      named(({ name }) => name),
    ),
    functionPermissions: pairs(before.functionPermissions, after.functionPermissions, placeOf),
    functionUrls: pairs(before.functionUrls, after.functionUrls, placeOf),
  };
}

/** One key for an API on both sides. */
function sameApis(
  before: readonly (RestApi<Unknown> | HttpApi<Unknown>)[],
  after: readonly (RestApi<Unknown> | HttpApi<Unknown>)[],
): ReadonlyMap<unknown, string> {
  const found = pairs(
    before,
    after,
    placeOf,
    named(({ name }) => name),
  );
  return new Map(
    found.flatMap((pair) => {
      const key = placeOf((pair.before ?? pair.after) as Located);
      return [
        [pair.before, key],
        [pair.after, key],
      ] as const;
    }),
  );
}

const authorizerKey = ({ api, name }: AnyAuthorizer) =>
  typeof name === 'string' ? `${api.key} ${name}` : undefined;
const stageKey = ({ api, name }: AnyStage) => (typeof name === 'string' ? `${api.key} ${name}` : undefined);
