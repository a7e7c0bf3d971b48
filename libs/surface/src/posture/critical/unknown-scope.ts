import { didYouMean, standardScopes } from '@gatehouse/checks';
import type { Guard, Located, ResourceServer, RestAuthorizer, Surface, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';
import { titleOf } from '../../access/route';

const remediation = 'Correct the scope of the route, or add it to a resource server of the user pool.';

export const unknownScope = postureRule({
  id: 'unknown-scope',
  severity: 'critical',
  title: 'Unknown scope',
  why: 'No user pool issues a scope that none of its resource servers has, so the route refuses everyone who needs it. Evaluated for environments only, whose stacks are all known; a pool made elsewhere may have the scope.',
  remediation,
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
  find: (surface, tier) => (tier === undefined ? [] : [...inRestApis(surface), ...inHttpApis(surface)]),
});

const inRestApis = (surface: Surface<Unknown>): Violation[] =>
  surface.apis.flatMap(({ authorizers, routes }) =>
    routes.flatMap((route) => {
      const authorizer = authorizerOf(route, authorizers);
      return authorizer === undefined ? [] : violationsOf(route, titleOf(route), poolsOf(authorizer, surface));
    }),
  );

const inHttpApis = ({ httpApis, resourceServers }: Surface<Unknown>): Violation[] =>
  httpApis.flatMap(({ authorizers, routes }) =>
    routes.flatMap((route) => {
      const pool = authorizerOf(route, authorizers)?.userPool;
      const title = isUnknown(route.routeKey) ? route.address : route.routeKey;
      return pool === undefined ? [] : violationsOf(route, title, [poolAt(pool, resourceServers)]);
    }),
  );

type Guarded = Located & { readonly auth: Guard<Unknown> | Unknown };

const authorizerOf = <A extends Located>({ auth }: Guarded, authorizers: readonly A[]): A | undefined =>
  isUnknown(auth) ? undefined : authorizers.find(({ address }) => address === auth.authorizer);

function violationsOf(route: Guarded, subject: string, pools: readonly Pool[]): Violation[] {
  const { auth } = route;
  if (isUnknown(auth) || auth.scopes === undefined || pools.length === 0) return [];
  return knownItems(auth.scopes)
    .filter((scope) => !standardScopes.some((standard) => standard === scope))
    .filter((scope) => pools.every((pool) => pool.lacks(scope)))
    .map((scope) => ({ at: route, subject, ...described(scope, pools) }));
}

interface Pool {
  readonly servers: readonly ResourceServer<Unknown>[];
  /** Whether the pool certainly has no such scope. */
  readonly lacks: (scope: string) => boolean;
}

/** The pools of an authorizer. Of one made elsewhere only the resource servers that are made here are known. */
function poolsOf({ userPoolArns, userPools }: RestAuthorizer<Unknown>, { resourceServers }: Surface<Unknown>): Pool[] {
  const made = userPools.map((address) => poolAt(address, resourceServers));
  const elsewhere = knownItems(userPoolArns).map((arn): Pool => {
    const servers = resourceServers.filter(
      ({ userPoolId }) => !isUnknown(userPoolId) && arn.endsWith(`/${userPoolId}`),
    );
    const isOf = (scope: string) => servers.some(({ identifier }) => scope.startsWith(`${String(identifier)}/`));
    return { servers, lacks: (scope) => isOf(scope) && !scopesOf(servers).includes(scope) };
  });
  const count = isUnknown(userPoolArns) ? 0 : userPoolArns.length;
  const unresolved = Math.max(0, count - made.length - elsewhere.length);
  return [...made, ...elsewhere, ...Array.from({ length: unresolved }, () => anyScope)];
}

/** A pool that is made here, so that its resource servers are all known. */
function poolAt(address: string, resourceServers: readonly ResourceServer<Unknown>[]): Pool {
  const servers = resourceServers.filter(({ userPool }) => userPool === address);
  const readable = servers.every(({ identifier, scopes }) => !isUnknown(identifier) && !isUnknown(scopes));
  return { servers, lacks: (scope) => readable && !scopesOf(servers).includes(scope) };
}

const anyScope: Pool = { servers: [], lacks: () => false };

const scopesOf = (servers: readonly ResourceServer<Unknown>[]): string[] =>
  servers.flatMap(({ identifier, scopes }) =>
    knownItems(scopes).map(({ name }) => `${String(identifier)}/${String(name)}`),
  );

function described(scope: string, pools: readonly Pool[]): Pick<Violation, 'message' | 'remediation'> {
  const servers = pools.flatMap((pool) => pool.servers);
  const places = servers.map((server) => `${scopesOf([server]).join(', ')} at ${placeOf(server)}`);
  const there = places.length === 0 ? 'They have none.' : `They have ${places.join('; ')}.`;
  const suggestion = didYouMean(scope, scopesOf(servers));
  return {
    message: `It asks for the scope ${scope}, which no resource server of its user pools has. ${there}`,
    remediation: suggestion === undefined ? remediation : `${suggestion} ${remediation}`,
  };
}

const placeOf = ({ address, constructPath, source }: ResourceServer<Unknown>): string =>
  source === undefined ? (constructPath ?? address) : `${constructPath ?? address} (${source})`;
