import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { type Integration, type RestRoute } from '@gatehouse/surface';
import { integrationFailure, integrationTimeout, messageOf } from '../errors';
import { type Answer, type Exchange } from '../exchange';
import { headerPairs } from '../headers';
import { headerValue } from '../http/sendable';
import { mappedValue, withStageVariables } from '../substitute';
import { forwardedHeaders } from './forwarded-headers';
import { type Integrate } from './integration';
import { type BackendAnswer, integrationResponses } from './integration-response';
import { noOverride, type Override } from './mapping-template';
import { requestTemplate } from './request-template';
import { withTimeout } from './timeout';

interface BackendRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
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
    const backend = await callBackend(backendRequest(integration, exchange, body, override), integration.timeout);
    exchange.integration = { ...exchange.integration, status: backend.status };
    return proxy ? passThrough(backend) : shape(backend, exchange, override);
  };
}

function backendRequest(
  integration: Integration,
  exchange: Exchange,
  body: Buffer | string,
  override: Override,
): BackendRequest {
  const proxy = integration.type === 'HTTP_PROXY';
  const mapped = overridden(mappedParameters(integration, exchange), override);
  const { request, query } = exchange;
  const filled = withStageVariables(integration.uri, exchange);
  const url = new URL(filled.replace(/\{([^}+]+)\+?\}/g, (_, name: string) => mapped.path[name] ?? ''));
  if (proxy && query.raw) url.search = [url.search.slice(1), query.raw].filter(Boolean).join('&');
  for (const [name, value] of Object.entries(mapped.querystring)) url.searchParams.set(name, value);
  const headers = proxy ? Object.fromEntries(forwardedHeaders(exchange)) : {};
  const host = Object.keys(headers).find((name) => name.toLowerCase() === 'host');
  if (host) delete headers[host];
  const method = !integration.method || integration.method === 'ANY' ? request.method : integration.method;
  return {
    method,
    url,
    headers: { ...(proxy ? {} : contentType), ...headers, ...mapped.header, ...apiHeaders(exchange, proxy) },
    body: method === 'GET' || method === 'HEAD' ? '' : body,
  };
}

const contentType = { 'Content-Type': 'application/json' };

const apiHeaders = ({ served }: Exchange, proxy: boolean): Record<string, string> => {
  const { id } = served.deployment.api;
  return { 'x-amzn-apigateway-api-id': id, ...(proxy ? {} : { 'User-Agent': `AmazonAPIGateway_${id}` }) };
};

type Parameters = Readonly<Record<'path' | 'querystring' | 'header', Readonly<Record<string, string>>>>;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html */
function overridden(mapped: Parameters, { request }: Override): Parameters {
  const texts = (place: keyof Parameters, write: (text: string) => string) => ({
    ...mapped[place],
    ...Object.fromEntries(Object.entries(request[place]).map(([name, value]) => [name, write(String(value))])),
  });
  return {
    path: texts('path', String),
    querystring: texts('querystring', String),
    header: texts('header', headerValue),
  };
}

/** `integration.request.<place>.<name>` of the integration's request parameters. */
function mappedParameters(integration: Integration, exchange: Exchange) {
  type Mapped = Record<'path' | 'querystring' | 'header', Record<string, string>>;
  const mapped: Mapped = { path: {}, querystring: {}, header: {} };
  for (const [target, expression] of Object.entries(integration.requestParameters)) {
    const [, place, name] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    const value = mappedValue(expression, exchange);
    if (!place || !name || value === undefined) continue;
    mapped[place as keyof typeof mapped][name] = place === 'header' ? headerValue(value) : value;
  }
  return mapped;
}

const passThrough = ({ status, rawHeaders, body }: BackendAnswer): Answer => ({
  status,
  headers: [...headerPairs(rawHeaders)],
  body,
});

/** @throws GatewayError where it does not answer, or not in time */
export async function callBackend(request: BackendRequest, milliseconds: number): Promise<BackendAnswer> {
  const controller = new AbortController();
  const answer = send(request, controller.signal).catch((error: unknown) => {
    throw integrationFailure(`${request.method} ${request.url.href}: ${messageOf(error)}`);
  });
  return withTimeout(answer, milliseconds, () => integrationTimeout(milliseconds)).finally(() => controller.abort());
}

function send({ method, url, headers, body }: BackendRequest, signal: AbortSignal): Promise<BackendAnswer> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: headers as Record<string, string | string[]>, signal });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming: IncomingMessage) => {
      const { statusCode: status = 502, rawHeaders } = incoming;
      buffer(incoming).then((body) => resolve({ status, rawHeaders, body }), reject);
    });
    outgoing.end(body);
  });
}
