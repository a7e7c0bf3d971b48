import { accessOf } from '../access/access';
import type { Api } from '../access/api';
import type { Authorizer } from '../access/authorizer';
import { routeKey, type Route } from '../access/route';
import { placesOfMoves } from '../changes/moves';
import type { PlannedChange } from '../changes/planned-change';
import { groupBy } from '../group-by';
import type {
  ApiDomain,
  FunctionPermission,
  FunctionUrl,
  IdentityPool,
  IdentityProvider,
  Located,
  ResourceServer,
  RiskConfiguration,
  Role,
  Surface,
  Unknown,
  UsagePlan,
  UserPool,
  UserPoolClient,
} from '../model';
import { optional } from '../optional';
import type { ReadPlans } from '../read-plans';
import { NOBODY, type Trusted } from '../trusted';
import { verdictTable } from '../verdicts/tables';
import type { VerdictTable } from '../verdicts/verdict-table';
import { named, pairs, placeOf, type Pair } from './pairs';
import { stagesOf, type AnyStage } from './stages';

/** Both surfaces, laid side by side once for all rules, and the raw changes. */
export interface Comparison extends Pick<
  ReadPlans,
  'before' | 'after' | 'resources' | 'complete' | 'plans' | 'codeOf' | 'kept' | 'deploysAgain'
> {
  /** Whom the team trusts beside its own accounts. */
  readonly trusted: Trusted;
  /** What a change of each argument means, the team’s verdicts included. */
  readonly verdicts: VerdictTable;
  /** Of all plans. */
  readonly changes: readonly PlannedChange[];
  readonly changesOf: (type: string) => readonly PlannedChange[];
  readonly changeAt: (part: Located) => PlannedChange | undefined;
  readonly apis: readonly Pair<Api>[];
  /** Everything that can be called, function URLs and messages of WebSocket APIs too. */
  readonly callable: readonly Pair<Route>[];
  /** Routes of APIs that check who calls, or should. */
  readonly routes: readonly Pair<Route>[];
  readonly authorizers: readonly Pair<Authorizer>[];
  readonly stages: readonly Pair<AnyStage>[];
  readonly apiDomains: readonly Pair<ApiDomain<Unknown>>[];
  readonly usagePlans: readonly Pair<UsagePlan<Unknown>>[];
  readonly userPools: readonly Pair<UserPool<Unknown>>[];
  readonly clients: readonly Pair<UserPoolClient<Unknown>>[];
  readonly resourceServers: readonly Pair<ResourceServer<Unknown>>[];
  readonly identityProviders: readonly Pair<IdentityProvider<Unknown>>[];
  readonly riskConfigurations: readonly Pair<RiskConfiguration<Unknown>>[];
  readonly identityPools: readonly Pair<IdentityPool<Unknown>>[];
  readonly roles: readonly Pair<Role<Unknown>>[];
  readonly functionPermissions: readonly Pair<FunctionPermission<Unknown>>[];
  readonly functionUrls: readonly Pair<FunctionUrl<Unknown>>[];
}

/** Rules and the table of callers ask for the same. */
const MADE = new WeakMap<ReadPlans, Comparison>();

export function compare(read: ReadPlans): Comparison {
  const known = MADE.get(read) ?? comparisonOf(read);
  MADE.set(read, known);
  return known;
}

function comparisonOf(read: ReadPlans): Comparison {
  const { before, after, resources, complete, plans, codeOf, kept, deploysAgain, policy } = read;
  const changes = plans.flatMap((plan) => plan.changes);
  const current = changes.filter(({ deposed }) => deposed === undefined);
  const byPlace = new Map(current.map((change) => [placeOf(change), change]));
  const byType = groupBy(changes, ({ type }) => type);
  const moves = placesOfMoves({ plans });
  const moved = (part: Located) => moves.get(placeOf(part)) ?? placeOf(part);
  const apis = sameApis(before, after, moved);
  const keyBefore = (api: Located) => apis.get(api) ?? moved(api);
  // Nearly always each API is at its place; what is read by places is read once for all rules.
  const stays = [before.apis, before.httpApis, before.functionUrls]
    .flat()
    .every((api) => keyBefore(api) === placeOf(api));
  const was = stays ? accessOf(before) : accessOf(before, keyBefore);
  const becomes = accessOf(after);
  const callable = pairs(was.routes, becomes.routes, routeKey, placeOf);
  return {
    before,
    after,
    resources,
    complete,
    plans,
    trusted: policy?.trusted ?? NOBODY,
    verdicts: verdictTable(policy?.verdicts),
    ...optional('codeOf', codeOf),
    ...optional('kept', kept),
    ...optional('deploysAgain', deploysAgain),
    changes,
    changesOf: (type) => byType.get(type) ?? [],
    changeAt: (part) => byPlace.get(placeOf(part)),
    apis: pairs(was.apis, becomes.apis, ({ key }) => key),
    callable,
    routes: callable.filter(({ before, after }) => isChecked(after ?? before)),
    authorizers: pairs(was.authorizers, becomes.authorizers, placeOf, named(nameInApi)),
    stages: pairs(was.apis.flatMap(stagesOf), becomes.apis.flatMap(stagesOf), placeOf, named(nameInApi)),
    ...partsOf(before, after),
  };
}

/** What is not about routes. */
const partsOf = (before: Surface<Unknown>, after: Surface<Unknown>) => ({
  apiDomains: byName(before.apiDomains, after.apiDomains),
  usagePlans: byName(before.usagePlans, after.usagePlans),
  userPools: byName(before.userPools, after.userPools),
  clients: byName(before.clients, after.clients),
  resourceServers: pairs(
    before.resourceServers,
    after.resourceServers,
    placeOf,
    named(({ identifier }) => identifier),
  ),
  identityProviders: byName(before.identityProviders, after.identityProviders),
  riskConfigurations: byName(before.riskConfigurations, after.riskConfigurations),
  identityPools: byName(before.identityPools, after.identityPools),
  roles: byName(before.roles, after.roles),
  functionPermissions: pairs(before.functionPermissions, after.functionPermissions, placeOf),
  functionUrls: pairs(before.functionUrls, after.functionUrls, placeOf),
});

/** By address, and what is left by name. */
const byName = <T extends Located & { readonly name: unknown }>(before: readonly T[], after: readonly T[]): Pair<T>[] =>
  pairs(
    before,
    after,
    placeOf,
    named(({ name }) => name),
  );

/** One key for an API on both sides. */
function sameApis(
  before: Surface<Unknown>,
  after: Surface<Unknown>,
  moved: (api: Located) => string,
): ReadonlyMap<unknown, string> {
  const was = new Set<Located>([...before.apis, ...before.httpApis]);
  const found = pairs(
    [...before.apis, ...before.httpApis],
    [...after.apis, ...after.httpApis],
    (api) => (was.has(api) ? moved(api) : placeOf(api)),
    named(({ name }) => name),
  );
  return new Map(
    found.flatMap((pair) => {
      const key = placeOf((pair.after ?? pair.before) as Located);
      return [
        [pair.before, key],
        [pair.after, key],
      ] as const;
    }),
  );
}

const isChecked = (route: Route | undefined): boolean =>
  route !== undefined && route.kind !== 'function-url' && !route.connected;

const nameInApi = ({ api, name }: Authorizer | AnyStage) =>
  typeof name === 'string' ? `${api.key} ${name}` : undefined;
