import { type IntegrationResponse, type RestRoute } from '@gatehouse/surface';
import { aRoute, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { uriOf } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const response = (statusCode: string, overrides: Partial<IntegrationResponse> = {}): IntegrationResponse => ({
  ...{ statusCode, responseParameters: {}, responseTemplates: {} },
  ...overrides,
});
const failed = '{"message":"$input.path(\'$.errorMessage\')"}';
const responses = [
  response('200', { responseParameters: { 'method.response.header.X-Name': 'integration.response.body.user.name' } }),
  response('404', { selectionPattern: '.*no such.*', responseTemplates: { 'application/json': failed } }),
  response('400', { selectionPattern: '\\[BadRequest\\].*' }),
];

const custom = (title: string, overrides: object = {}, more: Partial<RestRoute> = {}) =>
  aRoute(title, {
    integration: lambdaIntegration({ type: 'AWS', uri: uriOf('conformance'), responses, ...overrides }),
    responses: [{ statusCode: '200', responseParameters: { 'method.response.header.X-Name': true } }],
    ...more,
  });
const template = '{"id":"$input.params(\'id\')","body":$input.json(\'$\')}';

const api = conformanceApi('custom', {
  routes: [
    custom('POST /custom', {}),
    custom('POST /mapped/{id}', { requestTemplates: { 'application/json': template } }),
    custom('POST /strict', { passthrough: 'NEVER' }),
    custom('POST /no-default', { responses: responses.slice(1) }),
    custom('POST /throws/{what}', { requestTemplates: { 'application/json': '{"throw":"$input.params(\'what\')"}' } }),
    custom('POST /async/{what}', {
      requestTemplates: { 'application/json': '{"throw":"$input.params(\'what\')"}' },
      requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
    }),
    custom('POST /async-closed', {
      uri: uriOf('closed'),
      requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
    }),
    custom('POST /closed', { uri: uriOf('closed') }),
  ],
});
const { answers, row } = rowsOf(api);

/** AWS with a Lambda function. */
export const lambdaCustom: Area = {
  apis: [api],
  rows: [
    answers(
      'Without a template the body is the event',
      pages.passthrough,
      'POST /custom',
      { status: 200, body: '{"a":1}' },
      { body: '{"a":1}' },
    ),
    answers('Without a body the event is an empty object', pages.passthrough, 'POST /custom', {
      status: 200,
      body: '{}',
    }),
    answers(
      'The request template makes the event',
      pages.customLambda,
      'POST /mapped/7',
      { status: 200, body: '{"id":"7","body":{"a":[1]}}' },
      { body: '{"a":[1]}' },
    ),
    answers(
      'The result is the body, as it is',
      pages.customLambda,
      'POST /custom',
      { status: 200, body: '[1,"two"]' },
      { body: '[1,"two"]' },
    ),
    answers(
      'A member of the result may be a header',
      pages.dataMapping,
      'POST /custom',
      { status: 200, headers: { 'x-name': 'Ada' } },
      { body: '{"user":{"name":"Ada"}}' },
    ),
    answers(
      'A member that is missing sends no header',
      pages.dataMapping,
      'POST /custom',
      { status: 200, headers: { 'x-name': undefined } },
      { body: '{}' },
    ),
    answers(
      'A line break in a mapped member is escaped',
      pages.dataMapping,
      'POST /custom',
      { status: 200, headers: { 'x-name': 'a%0D%0AX-Evil: b' } },
      { body: '{"user":{"name":"a\\r\\nX-Evil: b"}}' },
    ),
    answers(
      'The message of an error must match the pattern as a whole',
      pages.lambdaErrors,
      'POST /throws/BadRequest',
      {
        status: 200,
        body: '{"errorMessage":"BadRequest","errorType":"Error","trace":[]}',
      },
    ),
    row('An error is chosen by its message, and the template sees it', pages.lambdaErrors, async ({ call }) => {
      const answer = await call('POST /custom', { body: '{"throw":"there is no such user"}' });
      expect([answer.status, answer.body]).toEqual([404, message('there is no such user')]);
    }),
    row('A pattern may contain what regular expressions escape', pages.lambdaErrors, async ({ call }) => {
      expect((await call('POST /custom', { body: '{"throw":"[BadRequest] of 1"}' })).status).toBe(400);
    }),
    answers(
      'A content type without a template is 415 for NEVER',
      pages.passthrough,
      'POST /strict',
      { status: 415, body: message('Unsupported Media Type') },
      { body: '{}' },
    ),
    row('Where no response matches it is 500', pages.gatewayResponseTypes, async ({ call, problems }) => {
      expect((await call('POST /no-default', { body: '{}' })).status).toBe(500);
      expect(problems[0]).toContain('no integration response matches "" and there is no default one');
    }),
    answers(
      'An asynchronous call is answered before the function answers, or fails',
      pages.asyncLambda,
      'POST /async/boom',
      {
        status: 200,
        body: '',
      },
    ),
    answers('An asynchronous call needs the permission too', pages.lambdaPermission, 'POST /async-closed', {
      status: 500,
    }),
    answers('A function that does not let the API call it is 500', pages.lambdaPermission, 'POST /closed', {
      status: 500,
      body: message('Internal server error'),
    }),
  ],
};
