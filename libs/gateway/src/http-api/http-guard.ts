import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type Auth } from '../route/auth';
import { chosenAuthorizer } from '../route/chosen-authorizer';
import { scopeNames } from '../route/guard';
import { checkTokenless } from '../route/tokenless';
import { type HttpAuthorizer } from './http-authorizer';

/** How a route is guarded, in Terraform's words. */
export interface HttpGuard {
  readonly authorizationType: 'NONE' | 'AWS_IAM' | 'JWT' | 'CUSTOM';
  readonly authorizerId?: string;
  readonly authorizationScopes?: string[];
}

/**
 * @param authorizers of the API
 * @throws ConstructError for a missing choice, `Auth.idToken()`, a public or IAM route that does not say why or who, and a guarded one
 * without an authorizer or with one of another API.
 */
export function httpGuardOf(
  api: IConstruct,
  key: string,
  { auth, authorizer }: { readonly auth: Auth; readonly authorizer?: HttpAuthorizer },
  authorizers: readonly HttpAuthorizer[],
): HttpGuard {
  const prop = `${key}, auth`;
  check(api, auth?.kind !== 'idToken', {
    prop,
    expected: 'Auth.accessToken(scope)',
    found: 'Auth.idToken()',
    fix: 'A JWT authorizer cannot tell an ID token from an access token. Ask for a scope, which ID tokens have none of, or make it a RestApi',
  });
  if (auth?.kind === 'public' || auth?.kind === 'iam') {
    checkTokenless(api, key, auth, authorizer);
    return { authorizationType: auth.kind === 'iam' ? 'AWS_IAM' : 'NONE' };
  }
  check(api, auth?.kind === 'accessToken', {
    prop,
    expected: "Auth.accessToken(scope), Auth.iam('who') or Auth.public('why')",
    found: auth,
    fix: 'Say who may call the route; no route is open by default',
  });
  const { authorizerId, kind } = chosenAuthorizer(api, key, authorizer, authorizers, 'addJwtAuthorizer');
  return { authorizationType: kind, authorizerId, authorizationScopes: scopeNames(api, prop, auth.scopes) };
}
