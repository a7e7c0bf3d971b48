import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { unknownScope } from './critical/unknown-scope';

const arn = 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Ab1';
const ours = '${aws_cognito_user_pool.users.arn}';

interface Given {
  readonly asks: readonly string[];
  /** Scopes of the resource server `reports`; absent: there is no resource server. */
  readonly has?: readonly string[];
  readonly pools?: readonly string[];
  /** Pool of the resource server. */
  readonly of?: string;
}

function surfaceOf({ asks, has, of = '${aws_cognito_user_pool.users.id}', pools = [ours] }: Given) {
  const metadata = { path: 'dev-identity/users/reports/Resource' };
  const server = {
    '//': { metadata, source: 'libs/stacks/src/identity-stack.ts' },
    user_pool_id: of,
    identifier: 'reports',
    scope: has?.map((scope_name) => ({ scope_name, scope_description: 'x' })),
  };
  const method = {
    '//': { metadata: { path: 'dev-api/api/get_reports/Resource' }, source: 'libs/stacks/src/routes.ts' },
    rest_api_id: '${aws_api_gateway_rest_api.api.id}',
    resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
    http_method: 'GET',
    authorization: 'COGNITO_USER_POOLS',
    authorizer_id: '${aws_api_gateway_authorizer.users.id}',
    authorization_scopes: asks,
  };
  const authorizer = {
    rest_api_id: '${aws_api_gateway_rest_api.api.id}',
    name: 'users',
    type: 'COGNITO_USER_POOLS',
    provider_arns: pools,
  };
  return surfaceFromSynth({
    dev: {
      resource: {
        aws_cognito_user_pool: { users: { name: 'users' } },
        ...(has && { aws_cognito_resource_server: { reports: server } }),
        aws_api_gateway_rest_api: { api: { name: 'api' } },
        aws_api_gateway_authorizer: { users: authorizer },
        aws_api_gateway_method: { get_reports: method },
      },
    },
  });
}

const found = (given: Given) => evaluateRules([unknownScope], surfaceOf(given), 'development');

describe('unknown-scope', () => {
  it('names the route, the resource servers of the pool and what was probably meant', () => {
    expect(found({ asks: ['reports/reed'], has: ['read', 'write'] })).toMatchObject([
      {
        severity: 'critical',
        subject: 'GET /',
        address: 'aws_api_gateway_method.get_reports',
        constructPath: 'dev-api/api/get_reports/Resource',
        source: 'libs/stacks/src/routes.ts',
        message:
          'It asks for the scope reports/reed, which no resource server of its user pools has. They have reports/read, reports/write at dev-identity/users/reports/Resource (libs/stacks/src/identity-stack.ts).',
        remediation:
          'Did you mean "reports/read"? Correct the scope of the route, or add it to a resource server of the user pool.',
      },
    ]);
  });

  it.each<[string, Given]>([
    ['one of two scopes', { asks: ['reports/read', 'reports/raed'], has: ['read'] }],
    ['a scope of another resource server', { asks: ['orders/read'], has: ['read'] }],
    ['any scope, where there is no resource server', { asks: ['reports/read'] }],
    [
      'a misspelt scope of our resource server at a pool made elsewhere',
      { asks: ['reports/raed'], has: ['read'], of: 'eu-west-1_Ab1', pools: [arn] },
    ],
  ])('refuses %s', (_, given) => {
    expect(found(given)).toHaveLength(1);
  });

  it.each<[string, Given]>([
    ['the scopes that there are', { asks: ['reports/read', 'reports/write'], has: ['read', 'write'] }],
    ['the scopes that every pool has', { asks: ['openid', 'aws.cognito.signin.user.admin'], has: ['read'] }],
    ['a route for ID tokens', { asks: [], has: ['read'] }],
    ['any scope of a pool made elsewhere', { asks: ['orders/read'], has: ['read'], pools: [arn] }],
    ['what one of two pools may have', { asks: ['orders/read'], has: ['read'], pools: [ours, arn] }],
    ['a pool that is not known yet', { asks: ['orders/read'], has: ['read'], pools: [ours, '${var.pool}'] }],
  ])('accepts %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  it('refuses it on HTTP APIs too', () => {
    const route = {
      api_id: '${aws_apigatewayv2_api.api.id}',
      route_key: 'GET /reports',
      authorization_type: 'JWT',
      authorizer_id: '${aws_apigatewayv2_authorizer.users.id}',
    };
    const surface = surfaceFromSynth({
      dev: {
        resource: {
          aws_cognito_user_pool: { users: { name: 'users' } },
          aws_apigatewayv2_api: { api: { name: 'api', protocol_type: 'HTTP' } },
          aws_apigatewayv2_authorizer: {
            users: {
              api_id: '${aws_apigatewayv2_api.api.id}',
              name: 'users',
              authorizer_type: 'JWT',
              identity_sources: ['$request.header.Authorization'],
              jwt_configuration: { issuer: 'https://${aws_cognito_user_pool.users.endpoint}', audience: ['a'] },
            },
          },
          aws_apigatewayv2_route: {
            wrong: { ...route, authorization_scopes: ['reports/read'] },
            right: { ...route, route_key: 'GET /me', authorization_scopes: ['openid'] },
          },
        },
      },
    });

    expect(evaluateRules([unknownScope], surface, 'development')).toMatchObject([
      {
        subject: 'GET /reports',
        message: 'It asks for the scope reports/read, which no resource server of its user pools has. They have none.',
      },
    ]);
  });

  it('evaluates no plan of which no environment is known', () => {
    expect(evaluateRules([unknownScope], surfaceOf({ asks: ['orders/read'], has: ['read'] }))).toEqual([]);
  });
});
