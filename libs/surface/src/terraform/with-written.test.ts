import { accessOf } from '../access/access';
import { readPlans } from '../read-plans';

const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a';
const body = JSON.stringify({
  openapi: '3.0.1',
  paths: {
    '/orders': {
      get: {
        security: [{ people: ['orders/read'] }],
        'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: '${aws_lambda_function.orders.invoke_arn}' },
      },
    },
  },
  components: {
    securitySchemes: {
      people: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authorizer': {
          type: 'cognito_user_pools',
          providerARNs: ['${aws_cognito_user_pool.people.arn}'],
        },
      },
    },
  },
});

const created = (type: string, name: string, after: object, after_unknown: object) => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  change: { actions: ['create'], before: null, after, after_unknown },
});
const plan = {
  format_version: '1.2',
  resource_changes: [
    created('aws_api_gateway_rest_api', 'shop', { name: 'shop' }, { id: true, body: true }),
    created('aws_lambda_function', 'orders', { function_name: 'orders' }, { arn: true, invoke_arn: true }),
    {
      ...created('aws_cognito_user_pool', 'people', {}, {}),
      change: {
        actions: ['no-op'],
        before: { id: 'eu-west-1_a', arn: POOL, name: 'people' },
        after: { id: 'eu-west-1_a', arn: POOL, name: 'people' },
        after_unknown: {},
      },
    },
  ],
};
const synthesized = {
  resource: {
    aws_api_gateway_rest_api: { shop: { name: 'shop', body } },
    aws_lambda_function: { orders: { function_name: 'orders' } },
    aws_cognito_user_pool: { people: { name: 'people' } },
  },
};

describe('an OpenAPI body that the plan does not know yet', () => {
  const { after } = readPlans({ api: plan }, { api: synthesized });

  it('is read from the synthesized JSON', () => {
    expect(accessOf(after).routes.map(({ title, guard }) => [title, guard])).toEqual([
      [
        'GET /orders',
        {
          kind: 'cognito',
          authorizerId: 'people',
          authorizer: 'aws_api_gateway_rest_api.shop#/components/securitySchemes/people',
          scopes: ['orders/read'],
        },
      ],
    ]);
    expect(after.apis[0]?.complete).toBe(true);
  });

  it('has the values that the plan knows, and what the others are made from', () => {
    expect(after.apis[0]?.authorizers[0]?.userPoolArns).toEqual([POOL]);
    expect(after.apis[0]?.routes[0]?.integration).toMatchObject({
      uri: { unknown: true, references: ['aws_lambda_function.orders.invoke_arn'] },
      function: 'aws_lambda_function.orders',
    });
  });

  it('stays unknown without the synthesized JSON of its stack', () => {
    const { after: alone } = readPlans({ api: plan }, { other: synthesized });
    expect(alone.apis[0]).toMatchObject({ complete: false, routes: [] });
  });
});

it('is read from the configuration in the plan, where the code is JSON', () => {
  const resources = Object.entries(synthesized.resource).map(([type, named]) => {
    const [name = ''] = Object.keys(named);
    const expressions = type === 'aws_api_gateway_rest_api' ? { body: { constant_value: body, references: [] } } : {};
    return { address: `${type}.${name}`, mode: 'managed', type, name, expressions };
  });
  const { after } = readPlans({ api: { ...plan, configuration: { root_module: { resources } } } });
  expect(accessOf(after).routes.map(({ title }) => title)).toEqual(['GET /orders']);
  expect(after.apis[0]?.routes[0]?.integration?.function).toBe('aws_lambda_function.orders');
});

it('takes a body that the plan knows from the plan', () => {
  const known = created('aws_api_gateway_rest_api', 'shop', { name: 'shop', body: '{"paths":{}}' }, { id: true });
  const { after } = readPlans({ api: { ...plan, resource_changes: [known] } }, { api: synthesized });
  expect(after.apis[0]).toMatchObject({ complete: true, routes: [] });
});
