import { type Integration, type RestRoute } from '@gatehouse/surface';
import { configurationError, notServedLocally } from '../errors';
import { type Exchange } from '../exchange';
import {
  type Protocol,
  protocolOf,
  servedServices,
  type ServiceAnswer,
  type ServiceRequest,
  type Services,
  type ServiceUri,
  serviceUri,
} from '../services';
import { withStageVariables } from '../substitute';
import { waitForBackend } from './wait-for-backend';
import { apiHeaders } from './http';
import { type Integrate } from './integration';
import { type BackendAnswer, integrationResponses } from './integration-response';
import { noOverride } from './mapping-template';
import { type Parameters, requestParameters, verbOf, withPathParameters } from './mapped-request';
import { requestTemplate } from './request-template';
import { callService } from './call-service';
import { s3Request } from './s3-request';

/**
 * AWS with a service other than Lambda: the request is what parameters and templates make, signed with the credentials of the
 * integration and carried out by the emulator; the answer is what an integration response makes of the service's.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
 */
export function awsService(route: RestRoute, integration: Integration, services: Services): Integrate {
  const makeBody = requestTemplate(integration, route.address);
  const shape = integrationResponses(route, integration.responses);
  return async (exchange) => {
    const override = noOverride();
    const body = makeBody(exchange, override);
    const parameters = requestParameters(integration, exchange, override);
    const request = serviceRequest(integration, exchange, parameters, body);
    const title = `${request.service} ${request.method} ${request.path}`;
    const backend = await waitForBackend(title, integration.timeout, async (signal) =>
      answerOf(await callService(wireRequest(request), integration, exchange, services, signal)),
    );
    exchange.integration = { ...exchange.integration, status: backend.status };
    // No service of AWS answers 501 to what it does; the emulator does where it cannot.
    if (backend.status === 501) throw notServedLocally(`${title}: ${backend.body.toString()}`);
    return shape(backend, exchange, override);
  };
}

/** A request to a service, its query still apart. */
export interface Described extends Omit<ServiceRequest, 'body'> {
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const wireRequest = ({ path, query, ...request }: Described): ServiceRequest => {
  const pairs = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
  return { ...request, path: pairs.length === 0 ? path : `${path}?${pairs.join('&')}` };
};

const answerOf = ({ body, headers, status }: ServiceAnswer): BackendAnswer => ({
  status,
  rawHeaders: headers.flat(),
  body,
});

/** Why an integration is not carried out here; undefined where it is. */
export function unservedService({ credentials, uri = '' }: Integration): string | undefined {
  const found = serviceUri(uri);
  if (!found) return `the uri ${uri || '(none)'}, which names no AWS service`;
  if (!protocolOf(found.service) || (found.subdomain !== undefined && found.service !== 's3')) {
    return `AWS service ${found.service} (it serves ${servedServices.join(', ')} and Lambda)`;
  }
  if (!credentials) return `calls of ${found.service} without the credentials of a role`;
  return undefined;
}

function serviceRequest(
  { uri, ...integration }: Integration,
  exchange: Exchange,
  parameters: Parameters,
  body: Buffer | string,
): Described {
  const found = serviceUri(withPathParameters(withStageVariables(uri, exchange), parameters));
  const protocol = found && protocolOf(found.service);
  if (!protocol) throw configurationError(`its uri names no AWS service, with its stage variables: ${uri ?? ''}`);
  const plain: Described = {
    service: found.service,
    region: found.region,
    method: verbOf(integration as Integration, exchange),
    path: found.kind === 'path' ? `/${found.rest.replace(/^\/+/, '')}` : '/',
    query: { ...parameters.querystring },
    headers: { ...parameters.header, ...apiHeaders(exchange, false) },
    body,
  };
  if (protocol.kind === 'rest') return s3Request(found, plain);
  return protocol.kind === 'json' ? jsonRequest(found, protocol, plain) : queryRequest(found, protocol, plain);
}

const actionOf = ({ rest }: ServiceUri): string => rest.split('&', 1)[0]!;

const headerNamed = (headers: Described['headers'], wanted: string): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

function jsonRequest(uri: ServiceUri, protocol: Protocol & { kind: 'json' }, request: Described): Described {
  const { target, targetByGateway, version } = protocol;
  const given = headerNamed(request.headers, 'x-amz-target');
  if (given === undefined && !(targetByGateway && uri.kind === 'action')) {
    throw configurationError(
      `API Gateway does not tell ${uri.service} what to do: map ` +
        `"integration.request.header.X-Amz-Target" to "'${target}.${uri.kind === 'action' ? actionOf(uri) : '…'}'"`,
    );
  }
  return {
    ...request,
    query: uri.kind === 'action' ? { Action: actionOf(uri), ...request.query } : request.query,
    headers: {
      ...(given === undefined && { 'X-Amz-Target': `${target}.${actionOf(uri)}` }),
      ...(headerNamed(request.headers, 'content-type') === undefined && {
        'Content-Type': `application/x-amz-json-${version}`,
      }),
      ...request.headers,
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';

/** Its parameters are in the query string, or in a form; other bodies are not read. Such services answer API Gateway in JSON. */
function queryRequest(uri: ServiceUri, { version }: Protocol & { kind: 'query' }, request: Described): Described {
  if (headerNamed(request.headers, 'x-amz-target') !== undefined) return request;
  const type = headerNamed(request.headers, 'content-type') ?? '';
  const form = type.startsWith(FORM) ? request.body.toString() : '';
  const json: Record<string, string> = /xml/.test(headerNamed(request.headers, 'accept') ?? '')
    ? {}
    : { ContentType: 'JSON' };
  const action: Record<string, string> = uri.kind === 'action' ? { Action: actionOf(uri), Version: version } : {};
  const others = Object.entries(request.headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  const added = { ...action, ...json };
  return {
    ...request,
    headers: { ...Object.fromEntries(others), 'Content-Type': FORM },
    query: form === '' ? { ...added, ...request.query } : request.query,
    body: form === '' ? '' : [form, new URLSearchParams(added).toString()].filter(Boolean).join('&'),
  };
}
