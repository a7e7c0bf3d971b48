import { requestContext } from '../context';
import { type Exchange } from '../exchange';
import { header } from '../headers';
import { forwardedHeaders } from './forwarded-headers';
import { isBinary } from './media-types';

/**
 * The input of a Lambda proxy integration, payload format 1.0: a map without entries is null, the last of many values wins in
 * the single-value maps.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function lambdaEvent(exchange: Exchange): Record<string, unknown> {
  const { request, served, query, pathParameters } = exchange;
  const multiValueHeaders = Object.fromEntries(forwardedHeaders(exchange));
  const lastValues = Object.entries(multiValueHeaders).map(([name, values]) => [name, values.at(-1)]);
  const { binaryMediaTypes } = served.deployment.api;
  const isBase64Encoded = isBinary(binaryMediaTypes, header(request.rawHeaders, 'content-type'));
  return {
    resource: exchange.route?.definition.path,
    path: exchange.path,
    httpMethod: request.method,
    headers: Object.fromEntries(lastValues),
    multiValueHeaders,
    queryStringParameters: orNull(query.single),
    multiValueQueryStringParameters: orNull(query.multi),
    pathParameters: orNull(pathParameters ?? {}),
    stageVariables: orNull(served.stage.variables),
    requestContext: requestContext(exchange),
    body: request.body.length === 0 ? null : request.body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}

export const orNull = <T extends object>(map: T): T | null => (Object.keys(map).length === 0 ? null : map);
