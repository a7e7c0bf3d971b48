import type { RestAuthorizer, HttpAuthorizer, HttpRoute, RestRoute, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const unusedAuthorizer = postureRule({
  id: 'unused-authorizer',
  severity: 'medium',
  title: 'Unused authorizer',
  why: 'It looks as if the API were guarded; often a route lost its authorizer by mistake.',
  remediation: 'Attach it to the routes that it was made for, or remove it.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html',
  find: ({ apis, httpApis }) =>
    violations(
      'authorizer',
      [...apis, ...httpApis]
        .filter(({ managed, complete, routes }) => managed && complete && routes.length > 0)
        .flatMap(({ authorizers, routes }) => unused(authorizers, routes)),
      'No route uses it.',
    ),
});

type AnyAuthorizer = RestAuthorizer<Unknown> | HttpAuthorizer<Unknown>;

function unused(
  authorizers: readonly AnyAuthorizer[],
  routes: readonly (RestRoute<Unknown> | HttpRoute<Unknown>)[],
): readonly AnyAuthorizer[] {
  const used = new Set<string>();
  for (const { auth } of routes) {
    if (isUnknown(auth)) return [];
    if (!('authorizerId' in auth)) continue;
    // One that cannot be resolved may be any of them.
    if (auth.authorizer === undefined && isUnknown(auth.authorizerId)) return [];
    if (auth.authorizer !== undefined) used.add(auth.authorizer);
  }
  return authorizers.filter(({ address }) => !used.has(address));
}
