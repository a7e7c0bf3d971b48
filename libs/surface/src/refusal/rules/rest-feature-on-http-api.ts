import type { HttpApi, Located, Surface, Unknown, WebAclAssociation } from '../../model';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { refusalRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const restFeatureOnHttpApi = refusalRule({
  id: 'rest-feature-on-http-api',
  severity: 'high',
  title: 'Feature of REST or WebSocket APIs on an HTTP API',
  why: 'API keys, web ACLs, execution logs and integrations other than AWS_PROXY and HTTP_PROXY are features of REST APIs; responses of routes and integrations, of WebSocket APIs.',
  remediation: 'Use an API of that kind, or do without the feature.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
  find: (surface) => [
    ...surface.httpApis.filter(({ protocol }) => protocol === 'HTTP').flatMap(found),
    ...webAcls(surface),
  ],
});

function found(api: HttpApi<Unknown>): Violation[] {
  const refused = (at: Located, subject: string, when: boolean, what: string) =>
    violationsAt(at, subject, { when, message: `API Gateway refuses ${what} on the HTTP API ${nameOf(api)}.` });
  return [
    ...api.routes.flatMap((route) => {
      const key = isUnknown(route.routeKey) ? route.address : route.routeKey;
      return refused(route, key, route.apiKeyRequired === true, `the API key of ${key}`);
    }),
    ...(api.integrations ?? []).flatMap((integration) => {
      const { address, type } = integration;
      const other = !isUnknown(type) && !['AWS_PROXY', 'HTTP_PROXY'].includes(type);
      return refused(integration, `integration ${address}`, other, `an integration of type ${String(type)}`);
    }),
    ...(api.responses ?? []).flatMap((response) => {
      const kind = response.address.includes('aws_apigatewayv2_route_') ? 'a route' : 'an integration';
      return refused(response, `API ${nameOf(api)}`, true, `the response of ${kind}`);
    }),
    ...api.stages.flatMap((stage) => {
      const logs = stage.routeSettings.some(({ loggingLevel }) => loggingLevel === 'INFO' || loggingLevel === 'ERROR');
      return refused(stage, `stage ${nameOf(stage)}`, logs, 'execution logs');
    }),
  ];
}

const webAcls = ({ webAcls }: Surface<Unknown>): Violation[] =>
  webAcls.flatMap((association) =>
    violationsAt(association, `web ACL association ${association.address}`, {
      when: isOfHttpApi(association),
      message: 'AWS WAF refuses a web ACL on a stage of an HTTP API.',
    }),
  );

const isOfHttpApi = ({ resourceArn }: WebAclAssociation<Unknown>): boolean =>
  isUnknown(resourceArn)
    ? (resourceArn.references ?? []).some((name) => name.startsWith('aws_apigatewayv2_stage.'))
    : /:apigateway:[\w-]+::\/apis\//.test(resourceArn);
