import { type RestApi, type Surface } from '@gatehouse/surface';
import { anApi, anAuthorizer, aPool, aRoute, aStage, region } from '../../src/gateway/testing/surface';
import { type Aws } from '../gaps/aws';
import { preflight } from '../front-door/app-api';
import { API_ARN, type People } from './people';

/**
 * `GET /health` is open, `GET /me` takes ID tokens, `GET /reports` access tokens, `GET /prices` is for guests and people,
 * `GET /orders` for people, `POST /keys` for holders of an API key.
 *
 * @param origin of the playground, which its CORS lets in
 */
export function apiOf({ poolId }: People, origin: string): RestApi {
  const userPoolArns = [`arn:aws:cognito-idp:${region}:123456789012:userpool/${poolId}`];
  const authorizer = anAuthorizer({ userPoolArns, userPools: [aPool().address] });
  const by = (...scopes: string[]) => ({
    auth: { kind: 'cognito', authorizerId: 'auth1', authorizer: authorizer.address, scopes } as const,
  });
  const routes = [
    aRoute('GET /health'),
    aRoute('GET /me', by()),
    aRoute('GET /reports/{id}', by('reports/read')),
    aRoute('GET /prices', { auth: { kind: 'iam' } }),
    aRoute('GET /orders', { auth: { kind: 'iam' } }),
    aRoute('GET /keys', { apiKeyRequired: true }),
  ];
  const preflights = routes.map(({ path }) => preflight(path, origin));
  return anApi({
    ...{ name: 'gatehouse-local-desk', executionArn: API_ARN, authorizers: [authorizer], stages: [aStage()] },
    routes: [...routes, ...preflights],
    cors: preflights.map(({ address, path }) => ({
      ...{ address, path, method: 'OPTIONS', origins: [origin], credentials: false, methods: ['*'], headers: ['*'] },
    })),
    gatewayResponses: ['DEFAULT_4XX', 'DEFAULT_5XX'].map((type) => ({
      ...{ address: `aws_api_gateway_gateway_response.${type.toLowerCase()}`, type, responseTemplates: {} },
      responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': `'${origin}'` },
    })),
  });
}

/** A usage plan with one key, whose value the emulator knows. */
export async function usagePlanOf(aws: Aws): Promise<Surface['usagePlans'][number]> {
  const { id } = await aws.rest('apigateway', 'POST', '/apikeys', { name: 'playground', enabled: true });
  return {
    ...{ address: 'aws_api_gateway_usage_plan.partners', id: 'plan1', name: 'partners' },
    stages: [{ apiId: 'api1', stage: 'local', throttles: [] }],
    keys: [{ address: 'aws_api_gateway_usage_plan_key.partners', id, enabled: true }],
  };
}
