import { header, mediaType } from '../headers';
import { forwardedHeaders } from '../integration/forwarded-headers';
import { orNull } from '../integration/lambda-event';
import { requestContext, requestContextV1 } from './context';
import { type HttpExchange } from './exchange';

/**
 * The input of a Lambda function with payload format 2.0: what is not there is left out, many values are joined by commas.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function lambdaEvent(exchange: HttpExchange): Record<string, unknown> {
  const { pathParameters = {}, query, rawPath, request, route, served } = exchange;
  const headers = forwarded(exchange);
  const cookies = cookiesOf(headers);
  const single = Object.fromEntries(
    [...headers].filter(([name]) => name !== 'cookie').map(([name, values]) => [name, values.join(',')]),
  );
  const body = bodyOf(exchange);
  return {
    version: '2.0',
    routeKey: route?.definition.routeKey,
    rawPath,
    rawQueryString: query.raw,
    ...(cookies.length > 0 && { cookies }),
    headers: single,
    ...unlessEmpty('queryStringParameters', joined(query.multi)),
    requestContext: requestContext(exchange),
    ...unlessEmpty('pathParameters', pathParameters),
    ...unlessEmpty('stageVariables', served.stage.variables),
    ...(request.body.length > 0 && { body: body.text }),
    isBase64Encoded: body.isBase64Encoded,
  };
}

/** The same with payload format 1.0, as REST APIs have it: what is not there is null. */
export function lambdaEventV1(exchange: HttpExchange): Record<string, unknown> {
  const { fullPath, pathParameters = {}, query, request, route, served } = exchange;
  const multiValueHeaders = Object.fromEntries(withLength(forwardedHeaders(exchange), exchange, 'Content-Length'));
  const lastValues = Object.entries(multiValueHeaders).map(([name, values]) => [name, values.at(-1)]);
  const body = bodyOf(exchange);
  return {
    version: '1.0',
    resource: route?.path,
    path: fullPath,
    httpMethod: request.method,
    headers: Object.fromEntries(lastValues),
    multiValueHeaders,
    queryStringParameters: orNull(query.single),
    multiValueQueryStringParameters: orNull(query.multi),
    requestContext: requestContextV1(exchange),
    pathParameters: orNull(pathParameters),
    stageVariables: orNull(served.stage.variables),
    body: request.body.length === 0 ? null : body.text,
    isBase64Encoded: body.isBase64Encoded,
  };
}

/** Text is what AWS takes for text; there is no list of binary types. */
function bodyOf({ request }: HttpExchange): { readonly text: string; readonly isBase64Encoded: boolean } {
  const type = mediaType(header(request.rawHeaders, 'content-type') ?? '');
  const isText = type.startsWith('text/') || TEXT.has(type);
  const isBase64Encoded = request.body.length > 0 && !isText;
  return { text: request.body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}

const TEXT = new Set(['application/json', 'application/xml', 'application/javascript']);

function forwarded(exchange: HttpExchange): Map<string, string[]> {
  const lower = new Map<string, string[]>();
  for (const [name, values] of forwardedHeaders(exchange)) lower.set(name.toLowerCase(), values);
  return withLength(lower, exchange, 'content-length');
}

const withLength = (headers: Map<string, string[]>, { request }: HttpExchange, name: string): Map<string, string[]> =>
  headers.set(name, [String(request.body.length)]);

const cookiesOf = (headers: ReadonlyMap<string, readonly string[]>): string[] =>
  (headers.get('cookie') ?? []).flatMap((value) =>
    value
      .split(';')
      .map((cookie) => cookie.trim())
      .filter(Boolean),
  );

const joined = (multi: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(multi).map(([name, values]) => [name, values.join(',')]));

const unlessEmpty = (name: string, map: object): object => (Object.keys(map).length === 0 ? {} : { [name]: map });
