import { standardScopes } from '@gatehouse/checks';
import { check } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type Authorizer } from '../authorizers/authorizer';
import { type Auth, type Scope } from './auth';
import { checkAuthorizer, chosenAuthorizer } from './chosen-authorizer';
import { checkTokenless } from './tokenless';

/** How a method is guarded, in Terraform's words. */
export type Guard =
  | {
      readonly authorization: 'COGNITO_USER_POOLS';
      readonly authorizerId: string;
      readonly authorizationScopes?: string[];
    }
  | {
      readonly authorization: 'CUSTOM';
      readonly authorizerId: string;
      readonly authorizationScopes?: undefined;
    }
  | {
      readonly authorization: 'AWS_IAM' | 'NONE';
      readonly authorizerId?: undefined;
      readonly authorizationScopes?: undefined;
    };

/** Who may call a route, and which authorizer of the API finds out. */
export interface GuardOptions {
  readonly auth: Auth;
  readonly authorizer?: Authorizer;
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
  authorizers: readonly Authorizer[],
): Guard {
  const prop = `${key}, auth`;
  checkAuthorizer(api, key, authorizer);
  if (auth?.kind === 'public' || auth?.kind === 'iam') {
    checkTokenless(api, key, auth, authorizer);
    return { authorization: auth.kind === 'iam' ? 'AWS_IAM' : 'NONE' };
  }
  check(api, auth?.kind === 'idToken' || auth?.kind === 'accessToken' || auth?.kind === 'custom', {
    prop,
    expected: "Auth.idToken(), Auth.accessToken(scope), Auth.custom('who'), Auth.iam('who') or Auth.public('why')",
    found: auth,
    fix: 'Say who may call the route; no route is open by default',
  });
  if (auth.kind === 'custom') {
    checkCallers(api, prop, auth.callers);
    const { authorizerId } = fitting(api, key, authorizer, authorizers, lambda);
    return { authorization: 'CUSTOM', authorizerId };
  }
  const { authorizerId, node, takesAccessTokens } = fitting(api, key, authorizer, authorizers, cognito);
  check(api, auth.kind === 'idToken' || takesAccessTokens, {
    prop: `${key}, authorizer`,
    expected: 'one without audiencePattern, because access tokens have no aud claim',
    found: node.path,
    fix: 'Add another Cognito authorizer without it and name that one, or use Auth.idToken()',
  });
  return {
    authorization: 'COGNITO_USER_POOLS',
    authorizerId,
    ...(auth.kind === 'accessToken' && { authorizationScopes: scopeNames(api, prop, auth.scopes) }),
  };
}

interface Kind {
  readonly authorization: Authorizer['authorization'];
  readonly spoken: string;
  readonly method: string;
}

const cognito: Kind = {
  authorization: 'COGNITO_USER_POOLS',
  spoken: 'a Cognito authorizer',
  method: 'addCognitoAuthorizer',
};
const lambda: Kind = {
  authorization: 'CUSTOM',
  spoken: 'a Lambda authorizer',
  method: 'addTokenAuthorizer or addRequestAuthorizer',
};

/** The authorizer that a route names, or the only one of the kind that checks its callers. */
function fitting(
  api: IConstruct,
  key: string,
  named: Authorizer | undefined,
  authorizers: readonly Authorizer[],
  { authorization, method, spoken }: Kind,
): Authorizer {
  check(api, named === undefined || named.authorization === authorization, {
    prop: `${key}, authorizer`,
    expected: spoken,
    found: named?.node.path,
    fix: 'Auth.custom goes with a Lambda authorizer, tokens with a Cognito authorizer: change one of the two',
  });
  const ofKind = authorizers.filter((each) => each.authorization === authorization);
  return chosenAuthorizer(api, key, named, ofKind, method);
}

function checkCallers(api: IConstruct, prop: string, callers: unknown): void {
  check(api, typeof callers === 'string' && callers.trim() !== '', {
    prop,
    expected: 'who the Lambda authorizer lets in',
    found: callers,
    fix: "Say it, as in Auth.custom('partners with a contract')",
  });
}

/** @throws ConstructError for a scope that no user pool can issue. */
export function scopeNames(api: IConstruct, prop: string, scopes: readonly Scope[]): string[] {
  check(
    api,
    scopes.every((scope: unknown) => typeof scope === 'string' || isScope(scope)),
    {
      prop,
      expected: 'scopes: texts such as reports/read, or what .scope() of a resource server returns',
      found: scopes,
      fix: "Name at least one, as in Auth.accessToken('reports/read')",
    },
  );
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

const isScope = (scope: unknown): boolean => typeof scope === 'object' && scope !== null && 'scopeName' in scope;
