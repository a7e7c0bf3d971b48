import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { type Integration, type RestRoute } from '@gatehouse/surface';
import { GatewayError, notServedLocally } from '../errors';
import { type Answer, type Exchange } from '../exchange';
import { headerPairs } from '../headers';
import { withStageVariables } from '../substitute';
import { forwardedHeaders } from './forwarded-headers';
import { type Integrate } from './integration';
import { type BackendAnswer, integrationResponses } from './integration-response';
import { noOverride, type Override } from './mapping-template';
import { requestParameters, verbOf, withPathParameters } from './mapped-request';
import { requestTemplate } from './request-template';
import { waitForBackend } from './wait-for-backend';

interface BackendRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
  /** Whether the certificate of an HTTPS backend must be good. @default true */
  readonly rejectUnauthorized?: boolean;
}

/**
 * HTTP_PROXY passes headers, query string and body on and the answer back; HTTP sends only what is mapped and shapes the answer
 * by integration responses.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 */
export function http(route: RestRoute, integration: Integration): Integrate {
  const proxy = integration.type === 'HTTP_PROXY';
  const makeBody = requestTemplate(integration, route.address);
  const shape = integrationResponses(route, integration.responses);
  return async (exchange) => {
    const override = noOverride();
    const body = proxy ? exchange.request.body : makeBody(exchange, override);
    const request = backendRequest(integration, exchange, body, override);
    const backend = await callBackend(request, integration.timeout).catch((error: unknown) => {
      if (integration.connection !== 'VPC_LINK' || !isUnreachable(error)) throw error;
      throw notServedLocally(`the VPC link to ${request.url.origin}, where nothing answers`);
    });
    exchange.integration = { ...exchange.integration, status: backend.status };
    return proxy ? passThrough(backend) : shape(backend, exchange, override);
  };
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof GatewayError && error.responseType === 'INTEGRATION_FAILURE';

function backendRequest(
  integration: Integration,
  exchange: Exchange,
  body: Buffer | string,
  override: Override,
): BackendRequest {
  const proxy = integration.type === 'HTTP_PROXY';
  const mapped = requestParameters(integration, exchange, override);
  const { query } = exchange;
  const url = new URL(withPathParameters(withStageVariables(integration.uri, exchange), mapped));
  if (proxy && query.raw) url.search = [url.search.slice(1), query.raw].filter(Boolean).join('&');
  for (const [name, value] of Object.entries(mapped.querystring)) url.searchParams.set(name, value);
  const headers = proxy ? Object.fromEntries(forwardedHeaders(exchange)) : {};
  const host = Object.keys(headers).find((name) => name.toLowerCase() === 'host');
  if (host) delete headers[host];
  const method = verbOf(integration, exchange);
  return {
    method,
    url,
    headers: { ...(proxy ? {} : contentType), ...headers, ...mapped.header, ...apiHeaders(exchange, proxy) },
    body: method === 'GET' || method === 'HEAD' ? '' : body,
    rejectUnauthorized: integration.insecureTls !== true,
  };
}

const contentType = { 'Content-Type': 'application/json' };

/** How API Gateway names itself to a backend. */
export const apiHeaders = ({ served }: Exchange, proxy: boolean): Record<string, string> => {
  const { id } = served.deployment.api;
  return { 'x-amzn-apigateway-api-id': id, ...(proxy ? {} : { 'User-Agent': `AmazonAPIGateway_${id}` }) };
};

const passThrough = ({ status, rawHeaders, body }: BackendAnswer): Answer => ({
  status,
  headers: [...headerPairs(rawHeaders)],
  body,
});

/** @throws GatewayError where it does not answer, or not in time */
export const callBackend = (request: BackendRequest, milliseconds: number): Promise<BackendAnswer> =>
  waitForBackend(`${request.method} ${request.url.href}`, milliseconds, (signal) => send(request, signal));

function send(
  { method, url, headers, body, rejectUnauthorized = true }: BackendRequest,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const options = { method, headers: headers as Record<string, string | string[]>, signal, rejectUnauthorized };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options);
    outgoing.on('error', reject);
    outgoing.on('response', (incoming: IncomingMessage) => {
      const { statusCode: status = 502, rawHeaders } = incoming;
      buffer(incoming).then((body) => resolve({ status, rawHeaders, body }), reject);
    });
    outgoing.end(body);
  });
}
