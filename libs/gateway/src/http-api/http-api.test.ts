import { type Apigatewayv2Route } from '@cdktf/provider-aws/lib/apigatewayv2-route';
import { synth } from '@gatehouse/testing';
import { lambda } from '../../testing/api';
import { app, httpStage, issuer, openTo, synthHttpApi } from '../../testing/http-api';
import { Auth, HttpApi, type HttpApiProps, type HttpRouteKey, Integration } from '../index';

const api_id = '${aws_apigatewayv2_api.api.id}';
const read = Auth.accessToken('reports/read');

it('is these resources', () => {
  const { resource } = synthHttpApi((api, scope) =>
    api.addRoute('GET /reports/{id}', { auth: read, integration: Integration.lambda(lambda(scope)) }),
  );

  expect({ ...resource, aws_lambda_function: {} }).toEqual({
    aws_lambda_function: {},
    aws_apigatewayv2_api: {
      api: {
        name: 'reports',
        protocol_type: 'HTTP',
        disable_execute_api_endpoint: false,
        ip_address_type: 'ipv4',
      },
    },
    aws_apigatewayv2_authorizer: {
      users: {
        api_id,
        name: 'users',
        lifecycle: { create_before_destroy: true },
        authorizer_type: 'JWT',
        identity_sources: ['$request.header.Authorization'],
        jwt_configuration: { issuer, audience: ['abc123'] },
      },
    },
    aws_apigatewayv2_integration: {
      get_reports_by_id: {
        api_id,
        integration_type: 'AWS_PROXY',
        integration_method: 'POST',
        integration_uri: '${aws_lambda_function.service.invoke_arn}',
        payload_format_version: '2.0',
        timeout_milliseconds: 30000,
        lifecycle: { create_before_destroy: true },
      },
    },
    aws_apigatewayv2_route: {
      get_reports_by_id: {
        api_id,
        route_key: 'GET /reports/{id}',
        target: 'integrations/${aws_apigatewayv2_integration.get_reports_by_id.id}',
        authorization_type: 'JWT',
        authorizer_id: '${aws_apigatewayv2_authorizer.users.id}',
        authorization_scopes: ['reports/read'],
      },
    },
    aws_apigatewayv2_stage: {
      api: {
        api_id,
        name: '$default',
        auto_deploy: true,
        access_log_settings: {
          destination_arn: '${aws_cloudwatch_log_group.api.arn}',
          format: expect.stringContaining('"requestId":"$context.requestId"') as string,
        },
        default_route_settings: {
          detailed_metrics_enabled: false,
          throttling_burst_limit: 100,
          throttling_rate_limit: 50,
        },
        depends_on: ['aws_lambda_permission.service_api'],
      },
    },
    aws_cloudwatch_log_group: { api: { name: '/aws/apigateway/reports/default', retention_in_days: 30 } },
    aws_lambda_permission: {
      service_api: {
        action: 'lambda:InvokeFunction',
        function_name: '${aws_lambda_function.service.function_name}',
        principal: 'apigateway.amazonaws.com',
        source_arn: '${aws_apigatewayv2_api.api.execution_arn}/*/*',
      },
    },
  });
});

it('keeps why a route is public and who calls it, for the reviewer', () => {
  const comments: unknown[] = [];
  synthHttpApi((api, scope) => {
    api.addLambdaAuthorizer('partners', { function: lambda(scope, 'partners') });
    const integration = Integration.lambda(lambda(scope));
    const routes: [HttpRouteKey, Auth][] = [
      ['$default', Auth.public('a test')],
      ['GET /prices', Auth.iam('guests')],
      ['GET /deals', Auth.custom('partners with a contract')],
    ];
    for (const [key, auth] of routes) {
      const route = api.addRoute(key, { auth, integration }).node.defaultChild as Apigatewayv2Route;
      const { aws_apigatewayv2_route } = (route.toTerraform() as { resource: Record<string, Record<string, object>> })
        .resource;
      comments.push(...Object.values(aws_apigatewayv2_route!));
    }
  });

  expect(comments).toMatchObject([
    { route_key: '$default', authorization_type: 'NONE', '//': { public: 'a test' } },
    { route_key: 'GET /prices', authorization_type: 'AWS_IAM', '//': { iam: 'guests' } },
    { route_key: 'GET /deals', authorization_type: 'CUSTOM', '//': { custom: 'partners with a contract' } },
  ]);
});

it('is one of several in a stack', () => {
  const { resource } = synthHttpApi((api, scope) => {
    api.addRoute('GET /a', openTo(scope));
    const orders = new HttpApi(scope, 'orders', { name: 'orders', stage: { ...httpStage, name: 'v1' } });
    orders.addGroup('/orders', { auth: Auth.public('a test') }).addRoute('GET /{id}', {
      integration: Integration.lambda(lambda(scope, 'second')),
    });
  });

  expect(Object.keys(resource.aws_apigatewayv2_route!)).toEqual(['get_a', 'orders__get_orders_by_id']);
  expect(resource.aws_apigatewayv2_stage?.orders).toMatchObject({ name: 'v1' });
  expect(resource.aws_cloudwatch_log_group?.orders).toMatchObject({ name: '/aws/apigateway/orders/v1' });
  expect(resource.aws_lambda_permission?.second_orders).toMatchObject({
    source_arn: '${aws_apigatewayv2_api.orders.execution_arn}/v1/*',
  });
});

it.each<[string, Partial<HttpApiProps>, object]>([
  [
    'CORS, whole',
    { cors: { allowOrigins: ['https://app.example.com'], exposeHeaders: ['Link'], allowMethods: ['GET'] } },
    {
      cors_configuration: {
        allow_credentials: false,
        allow_headers: ['Authorization', 'Content-Type'],
        allow_methods: ['GET'],
        allow_origins: ['https://app.example.com'],
        expose_headers: ['Link'],
        max_age: 600,
      },
    },
  ],
  ['a description and a version', { description: 'Reports', version: '2' }, { description: 'Reports', version: '2' }],
  ['IPv6', { ipAddressType: 'dualstack' }, { ip_address_type: 'dualstack' }],
  ['no default endpoint', { disableDefaultEndpoint: true }, { disable_execute_api_endpoint: true }],
  ['tags', { tags: { team: 'reports' } }, { tags: { team: 'reports' } }],
])('has %s', (_what, props, written) => {
  const { resource } = synthHttpApi((api, scope) => api.addRoute('GET /a', openTo(scope)), props);

  expect(resource.aws_apigatewayv2_api?.api).toMatchObject(written);
});

it('lets a role call its IAM routes', () => {
  const { resource } = synthHttpApi((api, scope) => {
    const integration = Integration.lambda(lambda(scope));
    api.addRoute('GET /prices/{id}', { auth: Auth.iam('guests'), integration });
    api.grantInvoke({ granteeId: 'guests', roleName: 'guests' }, 'GET /prices/{id}');
  });

  expect(JSON.parse(resource.aws_iam_role_policy?.guests_api?.policy as string)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'execute-api:Invoke',
        Resource: ['${aws_apigatewayv2_api.api.execution_arn}/*/GET/prices/*'],
      },
    ],
  });
});

it('raises the alarms that a REST API raises', () => {
  const { resource } = synthHttpApi((api, scope) => {
    api.addRoute('GET /a', openTo(scope));
    api.addAlarms({ serverErrorPercent: 1, latencyP99Milliseconds: 900, unauthorizedPer5Minutes: 20 });
  });

  const dimensions = { ApiId: api_id, Stage: '${aws_apigatewayv2_stage.api.name}' };
  const sum = { namespace: 'AWS/ApiGateway', dimensions, period: 60, stat: 'Sum' };
  expect(resource.aws_cloudwatch_metric_alarm).toMatchObject({
    api_5xx: {
      threshold: 0.01,
      metric_query: [
        { id: 'share', expression: 'FILL(errors, 0) / requests', label: 'serverErrors', return_data: true },
        { id: 'errors', metric: { ...sum, metric_name: '5xx' }, return_data: false },
        { id: 'requests', metric: { ...sum, metric_name: 'Count' }, return_data: false },
      ],
    },
    api_latency: { metric_name: 'Latency', dimensions, extended_statistic: 'p99' },
    api_unauthorized: { metric_name: 'reports-unauthorized' },
  });
});

it('adds guarded routes to an API that is made elsewhere', () => {
  let url = '';
  const { resource } = synth((scope) => {
    const api = HttpApi.fromId(scope, 'api', { apiId: 'a1b2c3d4e5' });
    api.addJwtAuthorizer('users', { userPool: { issuer }, clients: [app] });
    api.addRoute('GET /reports', { auth: read, integration: Integration.lambda(lambda(scope)) });
    url = api.url;
  });

  expect(url).toMatch(/^https:\/\/a1b2c3d4e5\.execute-api\./);
  expect(Object.keys(resource).sort()).toEqual([
    'aws_apigatewayv2_authorizer',
    'aws_apigatewayv2_integration',
    'aws_apigatewayv2_route',
    'aws_lambda_function',
    'aws_lambda_permission',
  ]);
  expect(resource.aws_apigatewayv2_route?.get_reports).toMatchObject({ api_id: 'a1b2c3d4e5' });
  expect(resource.aws_lambda_permission?.service_api?.source_arn).toMatch(/:execute-api:.*:a1b2c3d4e5\/\*\/\*$/);
});
