import type { Integration, RestApi, RestRoute, Unknown } from '../../model';
import { titleOf } from '../../access/route';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

export const restIntegrationRefused = refusalRule({
  id: 'rest-integration-refused',
  severity: 'high',
  isRaised: true,
  title: 'Integration of a REST API that lacks a part',
  why: 'An integration needs the URI of its backend and a verb to call it with; through a VPC link also the link, and to an AWS service a role. TLS settings are for HTTP backends.',
  remediation: 'Set what the message names.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html',
  find: ({ apis }) =>
    apis.flatMap((api) =>
      api.routes.flatMap((route) =>
        route.integration ? violationsAt(route, titleOf(route), refused(route, route.integration, api)) : [],
      ),
    ),
});

function refused(
  route: RestRoute<Unknown>,
  integration: Integration<Unknown>,
  api: RestApi<Unknown>,
): readonly Found[] {
  const { type, uri, method, connection, connectionId } = integration;
  if (isUnknown(type) || type === 'MOCK') return [];
  const at = titleOf(route);
  return [
    { when: uri === undefined, message: `API Gateway refuses the ${type} integration of ${at} without a URI.` },
    { when: method === undefined, message: `API Gateway refuses the ${type} integration of ${at} without a verb.` },
    {
      when: connection === 'VPC_LINK' && connectionId === undefined,
      message: `API Gateway refuses the integration of ${at} through a VPC link, because it names no link.`,
    },
    {
      when: integration.tls === true && type !== 'HTTP' && type !== 'HTTP_PROXY',
      message: `API Gateway refuses tls_config of the ${type} integration of ${at}; it is for HTTP and HTTP_PROXY.`,
    },
    ...(typeof uri === 'string' ? refusedUri(at, uri, integration) : []),
    ...refusedTimeout(at, integration, api),
  ];
}

function refusedUri(at: string, uri: string, { type, credentials }: Integration<Unknown>): readonly Found[] {
  if (type === 'HTTP' || type === 'HTTP_PROXY')
    return [
      {
        when: !/^https?:\/\//i.test(uri) && !uri.includes('${stageVariables.'),
        message: `API Gateway refuses the URI ${uri} of ${at}; it must begin with http:// or https://.`,
      },
    ];
  const service = /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)?([\w-]+):(?:path|action)\//.exec(uri)?.[1];
  return [
    {
      when: service === undefined,
      message: `API Gateway refuses the URI ${uri} of ${at}; it must be arn:aws:apigateway:region:service:path/… or action/….`,
    },
    {
      when: service !== undefined && service !== 'lambda' && credentials === undefined,
      message: `API Gateway refuses the integration of ${at} with ${String(service)}, because it names no role in credentials.`,
    },
  ];
}

/** AWS raises the limit for regional and private APIs, by a quota of the account. */
function refusedTimeout(
  at: string,
  { timeout }: Integration<Unknown>,
  { endpointTypes }: RestApi<Unknown>,
): readonly Found[] {
  const edge = knownItems(endpointTypes).includes('EDGE');
  return [
    {
      when: typeof timeout === 'number' && (timeout < 50 || timeout > 29_000),
      message: `API Gateway refuses a timeout of ${String(timeout)} ms for ${at}; it accepts 50 to 29000.`,
      ...(edge
        ? { remediation: 'Lower it, or make the API regional or private: AWS raises the quota of these alone.' }
        : {
            remediation:
              'Lower it, or ask for a higher quota of the timeout; once it is raised, suppress the finding and name the new quota.',
          }),
      after: String(timeout),
    },
  ];
}
