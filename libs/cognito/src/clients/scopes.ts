import { didYouMean, standardScopes } from '@gatehouse/checks';
import { check, ConstructError, isLate, type IUserPool } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { serversOf } from '../resource-servers/known-servers';
import { type ResourceServerScope } from '../resource-servers/resource-server';

/**
 * A scope of a resource server: `reports.scope('read')`, or `reports/read`.
 * @example oauth: { grant: 'clientCredentials', scopes: ['reports/read'] }
 */
export type MachineScope = `${string}/${string}` | ResourceServerScope;

/**
 * What a client may ask for. Another word does not compile.
 * @example oauth: { grant: 'code', scopes: ['openid', reports.scope('read')], callbackUrls }
 */
export type Scope = (typeof standardScopes)[number] | MachineScope;

export function isStandardScope(scope: Scope): boolean {
  return standardScopes.some((standard) => standard === scope);
}

/**
 * What goes into Terraform for each scope. `reports/read` becomes a reference to the resource server, so that
 * Terraform makes the server first: Cognito refuses a client with a scope that is not there yet.
 *
 * @throws ConstructError for a scope that the pool does not have. Of a pool made elsewhere, any other may be there.
 */
export function scopeReferences(construct: IConstruct, pool: IUserPool, scopes: readonly Scope[]): string[] {
  return scopes.map((scope) => {
    if (typeof scope !== 'string') return referenceOf(construct, pool, scope);
    if (isStandardScope(scope) || isLate(scope)) return scope;
    return findScope(construct, pool, scope);
  });
}

function referenceOf(construct: IConstruct, pool: IUserPool, scope: ResourceServerScope): string {
  check(construct, scope.userPool.userPoolId === pool.userPoolId, {
    prop: 'oauth.scopes',
    expected: "scopes of resource servers of the client's own user pool",
    found: scope.scopeName,
    fix: 'It belongs to another pool: declare it at the pool of the client, or add the client to the other pool',
  });
  return scope.reference;
}

function findScope(construct: IConstruct, pool: IUserPool, scope: string): string {
  // An identifier may hold slashes (a URL), a scope's name may not.
  const slash = scope.lastIndexOf('/');
  const { byIdentifier, complete } = serversOf(pool);
  const server = byIdentifier.get(scope.slice(0, Math.max(slash, 0)));
  if (server !== undefined) return server.scope(scope.slice(slash + 1)).reference;
  if (!complete && slash > 0) return scope;
  const known = [...standardScopes, ...[...byIdentifier.values()].flatMap(({ scopeNames }) => scopeNames)];
  throw new ConstructError(construct, {
    prop: 'oauth.scopes',
    expected: `one of ${known.join(', ')}`,
    found: scope,
    fix: didYouMean(scope, known) ?? 'Add the resource server to the pool before the client, or correct the spelling',
  });
}
