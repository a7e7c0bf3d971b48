import { type Cors, originTemplate } from '../cors/cors';
import { preflightHeaders } from '../cors/preflights';
import { type BoundIntegration, type BoundResponse } from '../integration/integration';
import { mockOf } from '../integration/mock';
import { answerHeaders } from '../route/answer';
import { type Verb } from '../route/route-key';
import { literal } from '../terraform';
import { type Members } from './document';

/**
 * An integration in the words of API Gateway's OpenAPI extension, and the declared answers where API Gateway answers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export function integrationExtension(
  { integration, response }: BoundIntegration,
  cacheKeys: readonly string[] = [],
): { readonly integration: Members; readonly responses?: Members } {
  const { integrationHttpMethod, passthroughBehavior, timeoutMilliseconds, type, ...same } = integration;
  return {
    integration: {
      type: type.toLowerCase(),
      ...(integrationHttpMethod !== undefined && { httpMethod: integrationHttpMethod }),
      ...(passthroughBehavior !== undefined && { passthroughBehavior: passthroughBehavior.toLowerCase() }),
      ...(timeoutMilliseconds !== undefined && { timeoutInMillis: timeoutMilliseconds }),
      ...same,
      ...(cacheKeys.length > 0 && { cacheKeyParameters: cacheKeys }),
      ...(response && { responses: { default: answer(response) } }),
    },
    ...(response && { responses: { [response.statusCode]: declared(response) } }),
  };
}

/** The operation that answers browsers for a path. */
export function preflightOperation(cors: Cors, verbs: ReadonlySet<Verb>): Members {
  const response = {
    statusCode: '204',
    headers: preflightHeaders(cors, verbs),
    template: literal(originTemplate(cors)),
  };
  const { integration, responses } = integrationExtension({ integration: mockOf(204), response });
  return { summary: 'CORS preflight', responses, 'x-amazon-apigateway-integration': integration };
}

function answer({ headers, statusCode, template }: BoundResponse): Members {
  return {
    statusCode,
    responseParameters: answerHeaders(headers),
    ...(template && { responseTemplates: { 'application/json': template } }),
  };
}

function declared({ headers, statusCode }: BoundResponse): Members {
  const names = Object.keys(headers).map((name) => [name, { schema: { type: 'string' } }] as const);
  return { description: statusCode, headers: Object.fromEntries(names) };
}
