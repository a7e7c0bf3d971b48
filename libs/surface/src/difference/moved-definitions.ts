import { callerOf } from '../access/caller';
import type { Route } from '../access/route';
import { canonicalJson } from '../canonical-json';
import { groupBy } from '../group-by';
import type { RestApi, Unknown } from '../model';
import type { Comparison } from './comparison';
import { both, type Both } from './pairs';

/** A REST API whose routes were resources and are one OpenAPI body afterwards, or the other way round. */
export interface MovedDefinition {
  readonly to: 'body' | 'resources';
  readonly before: RestApi<Unknown>;
  readonly after: RestApi<Unknown>;
  readonly name: string;
  /** Routes that are on both sides, each written in another way. */
  readonly routes: readonly Both<Route>[];
  /** What becomes of the resources: of those of any route that is the worst for callers. */
  readonly resources: 'forgotten' | 'deleted' | 'imported' | 'created';
}

/** Each API of a plan that is written in another way than before. */
export function movedDefinitions(comparison: Comparison): readonly MovedDefinition[] {
  const known = FOUND.get(comparison) ?? find(comparison);
  FOUND.set(comparison, known);
  return known;
}

/** Whether callers of a route get the same answers under the same check. */
export const isSameRoute = ({ before, after }: Both<Route>): boolean =>
  callerOf(before).identity === callerOf(after).identity &&
  before.apiKeyRequired === after.apiKeyRequired &&
  hasSameBackend({ before, after });

export const hasSameBackend = ({ before, after }: Both<Route>): boolean => backendOf(before) === backendOf(after);

/** Whether an API that moved is the same in everything that a deployment copies. */
export const isSameDefinition = ({ before, after }: MovedDefinition): boolean => textOf(before) === textOf(after);

const FOUND = new WeakMap<Comparison, readonly MovedDefinition[]>();

const isInBody = ({ address }: Route): boolean => address.includes('#');

function find({ apis, callable, changeAt }: Comparison): MovedDefinition[] {
  const moved = both(callable).filter(
    ({ before, after }) => before.kind === 'rest' && isInBody(before) !== isInBody(after),
  );
  const byApi = groupBy(moved, ({ after }) => after.api.key);
  return both(apis).flatMap((pair): MovedDefinition[] => {
    const { before, after } = pair;
    const routes = byApi.get(after.key) ?? [];
    const [first] = routes;
    if (!first || before.kind !== 'REST' || after.kind !== 'REST') return [];
    const to = isInBody(first.after) ? 'body' : 'resources';
    const changes = routes.map((route) => changeAt(to === 'body' ? route.before : route.after));
    const resources =
      to === 'body'
        ? changes.some((change) => change?.action !== 'forget')
          ? 'deleted'
          : 'forgotten'
        : changes.every((change) => change?.imported)
          ? 'imported'
          : 'created';
    return [{ to, before: before.api, after: after.api, name: after.name, routes, resources }];
  });
}

function backendOf({ integration }: Route): string {
  if (integration === undefined) return '';
  const { type, uri, connectionId, credentials } = integration;
  return canonicalJson(JSON.stringify([type, uri, connectionId, credentials]));
}

/** Without ids and addresses, which are those of a definition, and in one order. */
function textOf(api: RestApi<Unknown>): string {
  const names = new Map(api.authorizers.map(({ address, name }) => [address, name]));
  const routes = api.routes.map(({ auth, method, path, requestParameters, validator, integration, ...route }) => ({
    at: [method, path],
    auth: { ...auth, authorizerId: undefined, authorizer: 'authorizer' in auth && names.get(auth.authorizer ?? '') },
    apiKeyRequired: route.apiKeyRequired,
    operationName: route.operationName,
    requestModels: route.requestModels,
    // An import adds the parameters of paths.
    requestParameters: Object.entries(requestParameters).filter(([name]) => !name.startsWith('method.request.path.')),
    validator,
    integration: integration && {
      ...integration,
      // Resources have it by their id, a body has none.
      cacheNamespace: undefined,
      function: undefined,
      responses: inOrder(integration.responses),
    },
  }));
  return canonicalJson(
    JSON.stringify(
      [routes, api.authorizers, api.models, api.gatewayResponses].map((parts) => inOrder(parts.map(said))),
    ),
  );
}

const said = (part: object): object => ({
  ...part,
  ...{ address: undefined, constructPath: undefined, id: undefined, stack: undefined },
});

const inOrder = (parts: readonly object[]): readonly string[] =>
  parts.map((part) => canonicalJson(JSON.stringify(part))).sort();
