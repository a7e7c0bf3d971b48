import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type Auth } from '../route/auth';
import { checkAuthorizer, chosenAuthorizer } from '../route/chosen-authorizer';
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
 * @throws ConstructError for a missing choice, `Auth.idToken()`, a route that does not say why it is public or who calls it, and a
 * guarded one without an authorizer of its kind or with one of another API.
 */
export function httpGuardOf(
  api: IConstruct,
  key: string,
  { auth, authorizer }: { readonly auth: Auth; readonly authorizer?: HttpAuthorizer },
  authorizers: readonly HttpAuthorizer[],
): HttpGuard {
  const prop = `${key}, auth`;
  checkAuthorizer(api, key, authorizer);
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
  check(api, auth?.kind === 'accessToken' || auth?.kind === 'custom', {
    prop,
    expected: "Auth.accessToken(scope), Auth.custom('who'), Auth.iam('who') or Auth.public('why')",
    found: auth,
    fix: 'Say who may call the route; no route is open by default',
  });
  const { authorizerId, kind } = authorizerOf(api, key, auth, authorizer, authorizers);
  if (auth.kind === 'custom') return { authorizationType: kind, authorizerId };
  return { authorizationType: kind, authorizerId, authorizationScopes: scopeNames(api, prop, auth.scopes) };
}

/** Those of the kind that can check such callers. */
const needed = {
  accessToken: { kind: 'JWT', method: 'addJwtAuthorizer', spoken: 'a JWT authorizer', auth: 'Auth.accessToken(scope)' },
  custom: { kind: 'CUSTOM', method: 'addLambdaAuthorizer', spoken: 'a Lambda authorizer', auth: "Auth.custom('who')" },
} as const;

function authorizerOf(
  api: IConstruct,
  key: string,
  auth: Extract<Auth, { kind: 'accessToken' | 'custom' }>,
  named: HttpAuthorizer | undefined,
  authorizers: readonly HttpAuthorizer[],
): HttpAuthorizer {
  const { kind, method, spoken } = needed[auth.kind];
  check(api, named === undefined || named.kind === kind, {
    prop: `${key}, authorizer`,
    expected: `${spoken} for ${needed[auth.kind].auth}`,
    found: named?.node.path,
    fix: `Name one of ${method}, or use ${needed[auth.kind === 'custom' ? 'accessToken' : 'custom'].auth}`,
  });
  if (auth.kind === 'custom') {
    check(api, typeof auth.callers === 'string' && auth.callers.trim() !== '', {
      prop: `${key}, auth`,
      expected: 'who the function lets in',
      found: auth.callers,
      fix: "Say it, as in Auth.custom('partners with a contract')",
    });
  }
  return chosenAuthorizer(
    api,
    key,
    named,
    authorizers.filter((authorizer) => authorizer.kind === kind),
    method,
  );
}
