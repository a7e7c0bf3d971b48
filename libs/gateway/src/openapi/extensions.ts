import { plainText } from '@gatehouse/construct-kit';
import { type Cors, originTemplate } from '../cors/cors';
import { preflightHeaders } from '../cors/preflights';
import { type WrittenRoute } from '../definition/writer';
import { type BoundIntegration, type BoundResponse } from '../integration/integration';
import { jsonTemplate, mockOf } from '../integration/mock';
import { answerHeaders } from '../route/answer';
import { type Verb } from '../route/route-key';
import { type Members } from './document';

/**
 * An integration in the words of API Gateway's OpenAPI extension, and the declared answers where API Gateway answers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export function integrationExtension(
  { integration, responses }: BoundIntegration,
  { cacheKeys = [], cacheNamespace }: Pick<WrittenRoute, 'cacheKeys' | 'cacheNamespace'> = {},
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
      ...(cacheNamespace !== undefined && { cacheNamespace }),
      ...(responses && { responses: Object.fromEntries(responses.map((each) => [patternOf(each), answer(each)])) }),
    },
    ...(responses && {
      responses: Object.fromEntries(responses.map((each) => [each.statusCode, declared(each)])),
    }),
  };
}

/** The operation that answers browsers for a path. */
export function preflightOperation(cors: Cors, verbs: ReadonlySet<Verb>): Members {
  const response = {
    statusCode: '204',
    headers: preflightHeaders(cors, verbs),
    templates: jsonTemplate(plainText(originTemplate(cors))),
  };
  const { integration, responses } = integrationExtension({ integration: mockOf(204), responses: [response] });
  return { summary: 'CORS preflight', responses, 'x-amazon-apigateway-integration': integration };
}

/** `default` stands for none. */
const patternOf = ({ selectionPattern = 'default' }: BoundResponse): string => selectionPattern;

function answer({ contentHandling, headers, statusCode, templates = {} }: BoundResponse): Members {
  return {
    statusCode,
    ...(contentHandling !== undefined && { contentHandling }),
    responseParameters: answerHeaders(headers),
    ...(Object.keys(templates).length > 0 && { responseTemplates: templates }),
  };
}

function declared({ headers, statusCode }: BoundResponse): Members {
  return { description: statusCode, headers: declaredHeaders(Object.keys(headers)) };
}

/** Headers of an answer as OpenAPI declares them. */
export const declaredHeaders = (names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }]));
