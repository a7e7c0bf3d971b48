import { standardScopes } from '@gatehouse/checks';
import { ConstructError } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type Scope } from './oauth';
import { type UserPool } from './user-pool';

export function isStandardScope(scope: Scope): boolean {
  return standardScopes.some((standard) => standard === scope);
}

/**
 * What goes into Terraform for each scope. `reports/read` becomes a reference to the resource server, so that
 * Terraform makes the server first: Cognito refuses a client with a scope that is not there yet.
 *
 * @throws ConstructError for a scope that the pool does not have.
 */
export function scopeReferences(construct: IConstruct, pool: UserPool, scopes: readonly Scope[]): string[] {
  return scopes.map((scope) => {
    if (typeof scope !== 'string') return scope.reference;
    if (isStandardScope(scope) || Token.isUnresolved(scope)) return scope;
    return findScope(construct, pool, scope);
  });
}

function findScope(construct: IConstruct, pool: UserPool, scope: string): string {
  // An identifier may hold slashes (a URL), a scope's name may not.
  const slash = scope.lastIndexOf('/');
  const server = pool.resourceServer(scope.slice(0, Math.max(slash, 0)));
  if (server !== undefined) return server.scope(scope.slice(slash + 1)).reference;
  throw new ConstructError(construct, {
    prop: 'oauth.scopes',
    expected: `one of ${standardScopes.join(', ')}, or <resource server>/<scope> with a resource server of the pool (${pool.resourceServerIdentifiers.join(', ') || 'it has none'})`,
    found: scope,
    fix: 'Add the resource server before the client, or correct the spelling',
  });
}
