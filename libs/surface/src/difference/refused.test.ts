import { differences, readPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

const found = (...plan: Parameters<typeof handPlan>): readonly string[] =>
  differences(readPlans([handPlan(...plan)]))
    .filter(({ rule }) => rule === 'service-interrupted')
    .map(({ severity, message }) => `${severity} ${message}`);

const CLIENT = 'aws_cognito_user_pool_client.app';
const client = (more: object = {}) => ({
  ...{ id: 'c', name: 'app', user_pool_id: 'p', allowed_oauth_flows_user_pool_client: true },
  ...{ allowed_oauth_flows: ['code'], supported_identity_providers: ['COGNITO'] },
  callback_urls: ['https://app.example.com/in'],
  ...more,
});
const changed = (was: object, now: object) => found({ [CLIENT]: [client(was), client(now)] });

describe('an app client that stays', () => {
  it.each([
    [
      'a flow',
      { allowed_oauth_flows: ['code', 'client_credentials'] },
      {},
      'high Apps of app that use client_credentials get no more tokens.',
    ],
    [
      'the hosted pages',
      {},
      { allowed_oauth_flows_user_pool_client: false },
      'high Apps of app can no longer sign in on the hosted pages.',
    ],
    [
      'a callback',
      { callback_urls: ['https://app.example.com/in', 'https://shop.example.com/in?a=b'] },
      {},
      'medium Users of app can no longer sign in at https://shop.example.com/in.',
    ],
    [
      'the users of the pool',
      { supported_identity_providers: ['COGNITO', 'Okta'] },
      { supported_identity_providers: ['Okta'] },
      'high Users of COGNITO can no longer sign in with app.',
    ],
  ])('loses %s', (_, was, now, expected) => {
    expect(changed(was, now)).toEqual([expected]);
  });

  it.each([
    ['the implicit flow', { allowed_oauth_flows: ['code', 'implicit'] }, {}],
    ['a callback for development', { callback_urls: ['https://app.example.com/in', 'http://localhost:3000'] }, {}],
    ['another page of the same host', { callback_urls: ['https://app.example.com/old'] }, {}],
    ['a provider that is gone', { supported_identity_providers: ['COGNITO', 'Okta'] }, {}],
  ])('may lose %s', (_, was, now) => {
    expect(changed(was, now)).toEqual([]);
  });
});

describe('a permission that is deleted', () => {
  const permission = {
    function_name: 'orders',
    principal: 'apigateway.amazonaws.com',
    action: 'lambda:InvokeFunction',
  };
  const uri =
    'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations';
  const integration = { rest_api_id: 'r', uri };
  const at = 'aws_api_gateway_integration.orders';

  it('ends the calls of a route that still leads there', () => {
    expect(found({ 'aws_lambda_permission.api': [permission, null], [at]: [integration, integration] })).toEqual([
      `high API Gateway may no longer call function orders: calls that ${at} sends there fail.`,
    ]);
  });

  it.each([
    ['another one lets it call', { 'aws_lambda_permission.other': [null, permission] as const }, integration],
    ['it calls with a role', {}, { ...integration, credentials: 'arn:aws:iam::123456789012:role/a' }],
    ['no route leads there', {}, { rest_api_id: 'r', uri: uri.replace('orders', 'others') }],
  ])('ends nothing where %s', (_, more, values) => {
    expect(found({ 'aws_lambda_permission.api': [permission, null], [at]: [values, values], ...more })).toEqual([]);
  });
});
