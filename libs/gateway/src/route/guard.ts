import { standardScopes } from '@gatehouse/checks';
import { check } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type CognitoAuthorizer } from '../cognito-authorizer';
import { type Auth, type Scope } from './auth';
import { chosenAuthorizer } from './chosen-authorizer';
import { checkTokenless } from './tokenless';

/** How a method is guarded, in Terraform's words. */
export type Guard =
  | {
      readonly authorization: 'COGNITO_USER_POOLS';
      readonly authorizerId: string;
      readonly authorizationScopes?: string[];
    }
  | {
      readonly authorization: 'AWS_IAM' | 'NONE';
      readonly authorizerId?: undefined;
      readonly authorizationScopes?: undefined;
    };

/** Who may call a route, and which authorizer of the API finds out. */
export interface GuardOptions {
  readonly auth: Auth;
  readonly authorizer?: CognitoAuthorizer;
}

/**
 * @param authorizers of the API
 * @throws ConstructError for a missing choice, a public or IAM route that does not say why or who, a guarded one without an
 * authorizer or with one of another API, and for a scope that no user pool can issue.
 */
export function guardOf(
  api: IConstruct,
  key: string,
  { auth, authorizer }: GuardOptions,
  authorizers: readonly CognitoAuthorizer[],
): Guard {
  const prop = `${key}, auth`;
  if (auth?.kind === 'public' || auth?.kind === 'iam') {
    checkTokenless(api, key, auth, authorizer);
    return { authorization: auth.kind === 'iam' ? 'AWS_IAM' : 'NONE' };
  }
  check(api, auth?.kind === 'idToken' || auth?.kind === 'accessToken', {
    prop,
    expected: "Auth.idToken(), Auth.accessToken(scope), Auth.iam('who') or Auth.public('why')",
    found: auth,
    fix: 'Say who may call the route; no route is open by default',
  });
  return {
    authorization: 'COGNITO_USER_POOLS',
    authorizerId: chosenAuthorizer(api, key, authorizer, authorizers).authorizerId,
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
