import { type HttpIntegration } from '@gatehouse/surface';
import { GatewayError, messageOf } from '../errors';
import { headerPairs } from '../headers';
import { forwardedHeaders } from '../integration/forwarded-headers';
import { callBackend } from '../integration/http';
import { withStageVariables } from '../substitute';
import { notServed, unavailable } from './errors';
import { type HttpExchange } from './exchange';
import { type HttpIntegrate } from './integration';
import { mapRequest, mapResponse } from './mapping';

/**
 * HTTP_PROXY: the request goes on with its headers, query string and body, and the answer comes back. A private integration is
 * called where its URI is a URL that answers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html
 */
export function httpProxy(integration: HttpIntegration): HttpIntegrate {
  const isPrivate = integration.connection === 'VPC_LINK';
  return async (exchange) => {
    const request = backendRequest(integration, exchange);
    const { body, rawHeaders, status } = await callBackend(request, integration.timeout).catch((error: unknown) => {
      if (!(error instanceof GatewayError)) throw error;
      throw isPrivate ? notServed(`the VPC link to ${request.url.origin}`) : unavailable(messageOf(error));
    });
    exchange.integration = { ...exchange.integration, status };
    const headers = [...headerPairs(rawHeaders)].filter(([name]) => !OF_ONE_CONNECTION.has(name.toLowerCase()));
    return mapResponse(integration, exchange, { status, headers, body });
  };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const OF_ONE_CONNECTION = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

function backendRequest(integration: HttpIntegration, exchange: HttpExchange) {
  const { query, request } = exchange;
  const url = urlOf(integration, exchange);
  if (query.raw) url.search = [url.search.slice(1), query.raw].filter(Boolean).join('&');
  const headers = forwardedHeaders(exchange);
  for (const name of [...headers.keys()]) if (name.toLowerCase() === 'host') headers.delete(name);
  mapRequest(integration, exchange, { headers, url });
  const method = !integration.method || integration.method === 'ANY' ? request.method : integration.method;
  const body = method === 'GET' || method === 'HEAD' ? '' : request.body;
  return { method, url, headers: Object.fromEntries(headers), body };
}

function urlOf({ uri = '' }: HttpIntegration, exchange: HttpExchange): URL {
  const parameters = exchange.pathParameters ?? {};
  const filled = withStageVariables(uri, exchange).replace(
    /\{([^}+]+)\+?\}/g,
    (_, name: string) => parameters[name] ?? '',
  );
  return new URL(filled);
}
