import { changeOf, planOf, reviewPlans } from '../../testing/plans';

const body = JSON.stringify({
  openapi: '3.0.1',
  paths: {
    '/prices': {
      get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: '${aws_lambda_function.f.invoke_arn}' } },
    },
  },
});
const plan = planOf(
  changeOf('aws_api_gateway_rest_api.shop', {
    actions: ['create'],
    before: null,
    after: { name: 'shop' },
    after_unknown: { id: true, body: true },
  }),
);
const synthesized = { api: { resource: { aws_api_gateway_rest_api: { shop: { name: 'shop', body } } } } };

describe('an OpenAPI body that is known after apply', () => {
  it('is reviewed as the synthesized JSON has it', () => {
    const [environment] = reviewPlans({ api: plan }, { synthesized }).environments;
    expect(environment?.access).toMatchObject([{ route: 'GET /prices', after: 'anyone' }]);
    expect(environment?.findings.map(({ rule }) => rule)).toContain('public-route');
  });

  it('says that no route is seen where nothing is synthesized', () => {
    const [environment] = reviewPlans({ api: plan }).environments;
    expect(environment?.access).toEqual([
      expect.objectContaining({ route: '(routes of shop)', effect: 'unclear', after: 'known after apply' }),
    ]);
  });
});
