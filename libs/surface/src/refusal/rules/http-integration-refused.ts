import type { HttpIntegration, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

export const httpIntegrationRefused = refusalRule({
  id: 'http-integration-refused',
  severity: 'high',
  title: 'Integration of an HTTP API that is refused',
  why: 'An HTTP API calls a URL with payload version 1.0 and a verb, a private backend by its ARN through a VPC link, and waits 50 to 30,000 ms.',
  remediation: 'Set what the message names.',
  page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html',
  find: ({ httpApis }) =>
    httpApis
      .filter(({ protocol }) => protocol === 'HTTP')
      .flatMap(({ integrations = [] }) =>
        integrations.flatMap((each) => violationsAt(each, `integration ${each.address}`, refused(each))),
      ),
});

function refused(integration: HttpIntegration<Unknown>): readonly Found[] {
  const { type, uri, method, subtype, payloadFormat, connection, connectionId, timeout } = integration;
  const http = type === 'HTTP_PROXY';
  return [
    {
      when: !isUnknown(type) && uri === undefined && subtype === undefined,
      message: `API Gateway refuses an integration of type ${String(type)} without a URI.`,
    },
    {
      when: http && method === undefined,
      message: 'API Gateway refuses an integration of type HTTP_PROXY without a verb.',
    },
    {
      when: http && payloadFormat === '2.0',
      message: 'API Gateway refuses payload version 2.0 for an integration of type HTTP_PROXY; it needs 1.0.',
    },
    {
      when: connection === 'VPC_LINK' && connectionId === undefined,
      message: 'API Gateway refuses an integration through a VPC link that names no link.',
    },
    ...refusedNetwork(integration),
    {
      when: typeof timeout === 'number' && (timeout < 50 || timeout > 30_000),
      message: `API Gateway refuses a timeout of ${String(timeout)} ms; an HTTP API accepts 50 to 30000.`,
      after: String(timeout),
    },
  ];
}

/** A listener of a load balancer, or a service of Cloud Map. */
const PRIVATE = /^arn:[\w-]+:(elasticloadbalancing:.*:listener\/|servicediscovery:)/;

/** Private backends have no URL, and are reached through a link alone. */
function refusedNetwork({ connection, uri }: HttpIntegration<Unknown>): readonly Found[] {
  if (typeof uri !== 'string') return [];
  const isPrivate = PRIVATE.test(uri);
  return [
    {
      when: connection === 'VPC_LINK' && !isPrivate,
      message: `API Gateway refuses ${uri} through a VPC link; it must be the ARN of a listener or of a Cloud Map service.`,
      after: uri,
    },
    {
      when: connection === 'INTERNET' && isPrivate,
      message: `API Gateway refuses ${uri} without a VPC link.`,
      after: uri,
    },
  ];
}
