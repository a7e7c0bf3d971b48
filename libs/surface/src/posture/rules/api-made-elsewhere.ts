import type { HttpApi, Located, RestApi, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';

export const apiMadeElsewhere = postureRule({
  id: 'api-made-elsewhere',
  severity: 'expected',
  title: 'API made elsewhere',
  why: 'Only what these stacks add to the API is known here. A route that is made elsewhere may be open, and a deployment publishes it with the rest.',
  remediation: 'Review the other routes of the API where they are made.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  find: ({ apis, httpApis }) => [
    ...apis.flatMap((api) => elsewhere(api, [...api.routes, ...api.authorizers, ...api.stages], deploys(api))),
    ...httpApis.flatMap((api) => elsewhere(api, [...api.routes, ...api.authorizers, ...api.stages], '')),
  ],
});

/** @param parts what is made here, of which the first is where the API is spoken of: the API itself is nowhere */
function elsewhere(
  { id, managed, address }: RestApi<Unknown> | HttpApi<Unknown>,
  parts: readonly Located[],
  deployment: string,
): Violation[] {
  const [at] = parts;
  if (managed || at === undefined) return [];
  return [
    {
      at,
      subject: `API ${isUnknown(id) ? address : id}`,
      message: `It is made elsewhere, so its other routes and their guards cannot be seen here.${deployment}`,
    },
  ];
}

function deploys({ deployments }: RestApi<Unknown>): string {
  return deployments.length > 0
    ? ' A deployment here publishes every pending edit of it, those of others too.'
    : ' What is added here answers after the next deployment of its owner.';
}
