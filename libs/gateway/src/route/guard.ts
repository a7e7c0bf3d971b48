import { standardScopes } from '@gatehouse/checks';
import { check } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type CognitoAuthorizer } from '../cognito-authorizer';
import { type Auth, type Scope } from './auth';

/** How a method is guarded, in Terraform's words. */
export type Guard =
  | {
      readonly authorization: 'COGNITO_USER_POOLS';
      readonly authorizerId: string;
      readonly authorizationScopes?: string[];
    }
  | { readonly authorization: 'NONE' };

/**
 * @throws ConstructError for a missing choice, a public route without a reason, a guarded one without an authorizer, and
 * for a scope that no user pool can issue.
 */
export function guardOf(api: IConstruct, key: string, auth: Auth, authorizer: CognitoAuthorizer | undefined): Guard {
  const prop = `${key}, auth`;
  if (auth?.kind === 'public') {
    check(api, typeof auth.reason === 'string' && auth.reason.trim() !== '', {
      prop,
      expected: 'the reason why anyone may call it',
      found: auth.reason,
      fix: "Give it, as in Auth.public('load balancers ask it')",
    });
    return { authorization: 'NONE' };
  }
  check(api, auth?.kind === 'idToken' || auth?.kind === 'accessToken', {
    prop,
    expected: "Auth.idToken(), Auth.accessToken(scope) or Auth.public('why')",
    found: auth,
    fix: 'Say who may call the route; no route is open by default',
  });
  check(api, authorizer !== undefined, {
    prop,
    expected: 'an authorizer that checks the token',
    found: authorizer,
    fix: 'Call addCognitoAuthorizer before the first guarded route',
  });
  return {
    authorization: 'COGNITO_USER_POOLS',
    authorizerId: authorizer.authorizerId,
    ...(auth.kind === 'accessToken' && { authorizationScopes: scopeNames(api, prop, auth.scopes) }),
  };
}

/** @throws ConstructError for a scope that no user pool can issue. */
export function scopeNames(api: IConstruct, prop: string, scopes: readonly Scope[]): string[] {
  const names = scopes.map((scope) => (typeof scope === 'string' ? scope : scope.scopeName));
  for (const name of names) {
    if (Token.isUnresolved(name) || standardScopes.some((standard) => standard === name)) continue;
    check(api, /^[\x21\x23-\x5B\x5D-\x7E]+\/[^\s/"\\]+$/.test(name), {
      prop,
      expected: `resource server/scope, or one of ${standardScopes.join(', ')}`,
      found: name,
      fix: 'Write the scope as tokens carry it, such as reports/read',
    });
  }
  return [...new Set(names)].sort();
}
