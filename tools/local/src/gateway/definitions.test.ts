import { type RestApi } from '@gatehouse/surface';
import { testKeys } from './testing/call';
import { anApi, anAuthorizer, aRoute, lambdaIntegration } from './testing/surface';
import { poolKeyCache } from './request/pool-keys';
import { TokenHolders } from './request/token-holders';
import { UsagePlans } from './request/usage-plans';
import { Services } from './services';
import { loadStages } from './stages';

// What AWS refuses when an API is made is refused when it is served; the rest of the gateway is in docs/gateway-conformance.md.

async function load(api: Partial<RestApi>): Promise<void> {
  const usagePlans = new UsagePlans(() => Promise.resolve(undefined));
  const [jwksCache, holders] = [poolKeyCache(testKeys), new TokenHolders()];
  loadStages(anApi(api), new Map(), { jwksCache, holders, services: new Services(), usagePlans });
}

const withModel = (schema: object, name: string) => ({
  models: [
    {
      address: 'aws_api_gateway_model.report',
      name: 'Report',
      contentType: 'application/json',
      schema: JSON.stringify(schema),
    },
  ],
  routes: [
    aRoute('POST /reports', {
      validator: { parameters: false, body: true },
      requestModels: { 'application/json': name },
    }),
  ],
});

describe('an API is not served', () => {
  it.each<[string, Partial<RestApi>, RegExp]>([
    [
      'with a template that is not Velocity',
      {
        routes: [
          aRoute('ANY /health', {
            integration: lambdaIntegration({ type: 'MOCK', requestTemplates: { 'application/json': '#if(' } }),
          }),
        ],
      },
      /^aws_api_gateway_method.any_health request template application\/json: the template is not Velocity/,
    ],
    [
      'with a model that is missing',
      withModel({ type: 'object' }, 'Gone'),
      /^aws_api_gateway_method.post_reports: request model "Gone": the API has no model of that name \(it has: Report\)/,
    ],
    [
      'with a model that points to a missing one',
      withModel({ $ref: 'https://apigateway.amazonaws.com/restapis/api1/models/Gone' }, 'Report'),
      /request model "Report": can't resolve reference/,
    ],
    [
      'with a Cognito authorizer that reads no header',
      { authorizers: [anAuthorizer({ identitySource: 'method.request.querystring.token' })] },
      /^aws_api_gateway_authorizer.users: identity_source is "method.request.querystring.token"/,
    ],
    ...(['COGNITO_USER_POOLS', 'TOKEN'] as const).map((type): [string, Partial<RestApi>, RegExp] => [
      `with a ${type} authorizer whose validation expression is no regular expression`,
      { authorizers: [anAuthorizer({ type, identityValidationExpression: '(' })] },
      /^aws_api_gateway_authorizer.users: identity_validation_expression is not a regular expression/,
    ]),
  ])('%s', async (_what, api, message) => {
    await expect(load(api)).rejects.toThrow(message);
  });
});
