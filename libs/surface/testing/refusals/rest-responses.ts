import { ACCOUNT, INVOKE, openapi, refused, rest } from './api-case';
import type { RefusalCase, Resources } from './case';

const AT = {
  rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
  resource_id: '${aws_api_gateway_resource.reports.id}',
  http_method: 'GET',
};
type Answer = readonly [status_code: string, selection_pattern?: string, response_parameters?: object];
const byName = (all: readonly object[]) =>
  Object.fromEntries(all.map((each, index) => [`r${index}`, { ...AT, ...each }]));
const mock = { type: 'MOCK', request_templates: { 'application/json': '{"statusCode": 200}' } };
const url = { type: 'HTTP', integration_http_method: 'GET', uri: 'https://backend.example.com' };
const lambda = { type: 'AWS', integration_http_method: 'POST', uri: INVOKE };
const X = 'method.response.header.X-Page';

/** Statuses of the method, and what the integration answers. */
const answers = (integration: object, statuses: readonly string[], ...all: readonly Answer[]): Resources =>
  rest(
    { integration: { ...integration } },
    {
      aws_api_gateway_method_response: byName(
        statuses.map((status_code) => ({ status_code, response_parameters: { [X]: true } })),
      ),
      aws_api_gateway_integration_response: byName(
        all.map(([status_code, selection_pattern, response_parameters]) => ({
          status_code,
          ...(selection_pattern === undefined ? {} : { selection_pattern }),
          ...(response_parameters ? { response_parameters } : {}),
        })),
      ),
    },
  );
/** A method that declares the status 200. */
const imported = (integration: object): Resources =>
  rest({
    api: {
      body: openapi({
        '/orders': { get: { responses: { 200: {} }, 'x-amazon-apigateway-integration': integration } },
      }),
    },
  });
const to = (status: string) => ({ default: { statusCode: '200' }, '404': { statusCode: status } });
const response = (says: string, broken: Resources, valid: Resources): RefusalCase =>
  refused('integration-response-refused', says, broken, valid);
const missing = (broken: Resources, valid: Resources, title = 'GET /reports'): RefusalCase =>
  refused(
    'integration-response-missing',
    `API Gateway answers ${title} with 500, because no integration response takes a success of the backend.`,
    broken,
    valid,
  );
const events = (uri: string, more: object = {}): Resources =>
  answers(
    {
      ...{ type: 'AWS', integration_http_method: 'POST', credentials: `arn:aws:iam::${ACCOUNT}:role/sender` },
      ...{ uri: `arn:aws:apigateway:eu-west-1:${uri}`, ...more },
    },
    ['200'],
    ['200'],
  );
const target = { request_parameters: { 'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'" } };

/** What a method answers that is no proxy. */
export const restResponses: readonly RefusalCase[] = [
  response(
    'API Gateway refuses the integration response 404 of GET /reports, which has no method response of that status.',
    answers(mock, ['200'], ['200'], ['404', '404']),
    answers(mock, ['200', '404'], ['200'], ['404', '404']),
  ),
  response(
    'API Gateway refuses the integration response 404 of GET /orders, which has no method response of that status.',
    imported({ type: 'mock', responses: to('404') }),
    imported({ type: 'mock', responses: to('200') }),
  ),
  response(
    'API Gateway refuses the integration response 404 of GET /orders, which has no method response of that status.',
    imported({ type: 'http', httpMethod: 'GET', uri: 'https://backend.example.com', responses: to('404') }),
    imported({ type: 'http_proxy', httpMethod: 'GET', uri: 'https://backend.example.com', responses: to('404') }),
  ),
  response(
    'API Gateway keeps one of the 2 integration responses 200 of GET /reports: the last that it gets.',
    answers(mock, ['200'], ['200'], ['200', '404']),
    answers(mock, ['200'], ['200']),
  ),
  response(
    'API Gateway refuses method.response.header.X-Next in the integration response 200 of GET /reports, which its method response does not declare.',
    answers(mock, ['200'], ['200', undefined, { 'method.response.header.X-Next': "'2'" }]),
    answers(mock, ['200'], ['200', undefined, { [X]: "'2'" }]),
  ),
  missing(answers(mock, ['200']), answers(mock, ['200'], ['200'])),
  missing(
    answers(url, ['200', '404'], ['404', '4\\d{2}']),
    answers(url, ['200', '404'], ['404', '4\\d{2}'], ['200', '2\\d{2}']),
  ),
  missing(answers(lambda, ['400'], ['400', '.+']), answers(lambda, ['200', '400'], ['200'], ['400', '.+'])),
  missing(imported({ type: 'mock' }), imported({ type: 'mock', responses: to('200') }), 'GET /orders'),
  refused(
    'service-action-missing',
    'events refuses every request to GET /reports, because the header X-Amz-Target is not set.',
    events('events:action/PutEvents'),
    events('events:action/PutEvents', target),
  ),
  refused(
    'service-action-missing',
    'secretsmanager refuses every request to GET /reports, because the header X-Amz-Target is not set.',
    events('secretsmanager:path//'),
    events('dynamodb:action/GetItem'),
  ),
  refused(
    'service-action-missing',
    'events refuses every request to GET /reports, because the header X-Amz-Target is not set.',
    events('events:path//'),
    events('events:path//', {
      request_templates: {
        'application/json': '#set($context.requestOverride.header.X-Amz-Target = "AWSEvents.PutEvents")',
      },
    }),
  ),
];
