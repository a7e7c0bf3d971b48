import { type Apigatewayv2Route } from '@cdktf/provider-aws/lib/apigatewayv2-route';
import { synth } from '@gatehouse/testing';
import { type Construct } from 'constructs';
import { lambda } from '../../testing/api';
import { Auth, HttpApi, type HttpApiProps, Integration } from '../index';

const stage = { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } };
const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12';
const app = { clientIds: ['abc123'] };

const build = (add: (api: HttpApi, scope: Construct) => void, props: Partial<HttpApiProps> = {}) =>
  synth((scope) => {
    const api = new HttpApi(scope, 'api', { name: 'reports', stage, ...props });
    api.addJwtAuthorizer('users', { userPool: { issuer }, clients: [app] });
    add(api, scope);
  }).resource;

const read = Auth.accessToken('reports/read');

describe('an HTTP API', () => {
  it('is these resources', () => {
    const resource = build((api, scope) =>
      api.addRoute('GET /reports/{id}', { auth: read, integration: Integration.lambda(lambda(scope)) }),
    );

    expect(resource).toMatchObject({
      aws_apigatewayv2_api: {
        api: { name: 'reports', protocol_type: 'HTTP', disable_execute_api_endpoint: false },
      },
      aws_apigatewayv2_authorizer: {
        users: {
          api_id: '${aws_apigatewayv2_api.api.id}',
          name: 'users',
          authorizer_type: 'JWT',
          identity_sources: ['$request.header.Authorization'],
          jwt_configuration: { issuer, audience: ['abc123'] },
        },
      },
      aws_apigatewayv2_integration: {
        get_reports_by_id: {
          api_id: '${aws_apigatewayv2_api.api.id}',
          integration_type: 'AWS_PROXY',
          integration_method: 'POST',
          integration_uri: '${aws_lambda_function.service.invoke_arn}',
          payload_format_version: '2.0',
        },
      },
      aws_apigatewayv2_route: {
        get_reports_by_id: {
          api_id: '${aws_apigatewayv2_api.api.id}',
          route_key: 'GET /reports/{id}',
          target: 'integrations/${aws_apigatewayv2_integration.get_reports_by_id.id}',
          authorization_type: 'JWT',
          authorizer_id: '${aws_apigatewayv2_authorizer.users.id}',
          authorization_scopes: ['reports/read'],
        },
      },
      aws_apigatewayv2_stage: {
        api: {
          api_id: '${aws_apigatewayv2_api.api.id}',
          name: '$default',
          auto_deploy: true,
          default_route_settings: {
            detailed_metrics_enabled: false,
            throttling_burst_limit: 100,
            throttling_rate_limit: 50,
          },
        },
      },
    });
  });

  it('keeps why a route is public, for the reviewer', () => {
    let route: unknown;
    const resource = build((api, scope) => {
      const added = api.addRoute('$default', {
        auth: Auth.public('a test'),
        integration: Integration.lambda(lambda(scope)),
      });
      route = (added.node.defaultChild as Apigatewayv2Route).toTerraform();
    });

    expect(resource.aws_apigatewayv2_route?.default).toMatchObject({
      route_key: '$default',
      authorization_type: 'NONE',
    });
    expect(route).toMatchObject({ resource: { aws_apigatewayv2_route: { default: { '//': { public: 'a test' } } } } });
  });

  it('refuses ID tokens, which its authorizer cannot tell from access tokens', () => {
    expect(() =>
      build((api, scope) =>
        api.addRoute('GET /me', { auth: Auth.idToken(), integration: Integration.lambda(lambda(scope)) }),
      ),
    ).toThrow('GET /me, auth: expected Auth.accessToken(scope), found "Auth.idToken()".');
  });

  it('refuses what HTTP APIs do not have', () => {
    expect(() => build((api) => api.addRoute('GET /me', { auth: read, integration: Integration.mock() }))).toThrow(
      'GET /me, integration: expected an integration that HTTP APIs have: Integration.lambda or .http',
    );
  });
});
