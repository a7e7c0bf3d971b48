import { refusalRule, type Violation } from '../../findings/rule';
import type { Guard, List, Located, Unknown } from '../../model';
import { titleOf } from '../../access/route';
import { isWhole } from '../../model/lists';
import { isUnknown } from '../../model/value';

export const scopesNotChecked = refusalRule({
  id: 'scopes-not-checked',
  severity: 'high',
  title: 'Scopes on a route whose guard checks none',
  why: 'Only an authorizer of user pools (REST API) or of JWTs (HTTP API) checks scopes; API Gateway refuses scopes beside any other authorization.',
  remediation: 'Guard the route with an authorizer that checks tokens, or remove its scopes.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html',
  find: ({ apis, httpApis }) => [
    ...apis.flatMap(({ routes }) => routes.flatMap((route) => found(route, titleOf(route), 'COGNITO_USER_POOLS'))),
    ...httpApis.flatMap(({ routes }) =>
      routes.flatMap((route) => found(route, isUnknown(route.routeKey) ? route.address : route.routeKey, 'JWT')),
    ),
  ],
});

type Scoped = Located & { readonly auth: Guard<Unknown> | Unknown; readonly ignoredScopes?: List<string, Unknown> };

const AUTHORIZATION = { none: 'NONE', iam: 'AWS_IAM', custom: 'CUSTOM' } as const;

function found(route: Scoped, title: string, needed: string): readonly Violation[] {
  const { auth, ignoredScopes } = route;
  if (ignoredScopes === undefined || !isWhole(ignoredScopes) || isUnknown(auth)) return [];
  const authorization = auth.kind === 'cognito' || auth.kind === 'jwt' ? needed : AUTHORIZATION[auth.kind];
  return [
    {
      at: route,
      subject: title,
      message: `API Gateway refuses scopes on ${title}, because its authorization is ${authorization}, not ${needed}.`,
      after: ignoredScopes.join(', '),
    },
  ];
}
