import { type Environment } from '@gatehouse/environment';
import { addressesOf, environment, synthIn, workspaceForTests } from '@gatehouse/platform/testing';
import { surfaceFromSynth } from '@gatehouse/surface';
import { ApiStack } from './api-stack';
import { IdentityStack } from './identity-stack';

const workspace = workspaceForTests();

function build(changes: Partial<Environment> = {}) {
  const stack = synthIn(workspace, (app) => {
    const identity = new IdentityStack(app, environment(changes));
    new ApiStack(app, environment(changes), {
      users: identity.users,
      reports: identity.reports,
      people: identity.people,
    });
  })['test-api'];
  if (stack === undefined) throw new Error('no stack');
  return stack;
}

/** The API as it is called, however it is written. */
function apiOf(stack: ReturnType<typeof build>) {
  const [only] = surfaceFromSynth({ 'test-api': { ...stack } }).apis;
  if (only === undefined) throw new Error('no API');
  return only;
}

const { api } = environment();

describe('API stack', () => {
  it('has these Terraform addresses, which are a contract', () => {
    expect(addressesOf(build())).toEqual([
      'aws_api_gateway_authorizer.users',
      'aws_api_gateway_deployment.api',
      'aws_api_gateway_gateway_response.default_4xx',
      'aws_api_gateway_gateway_response.default_5xx',
      'aws_api_gateway_integration.get_health',
      'aws_api_gateway_integration.get_me',
      'aws_api_gateway_integration.get_prices',
      'aws_api_gateway_integration.get_reports',
      'aws_api_gateway_integration.get_reports_by_id',
      'aws_api_gateway_integration.options_health',
      'aws_api_gateway_integration.options_me',
      'aws_api_gateway_integration.options_prices',
      'aws_api_gateway_integration.options_reports',
      'aws_api_gateway_integration.options_reports_by_id',
      'aws_api_gateway_integration.post_reports',
      'aws_api_gateway_integration_response.get_health',
      'aws_api_gateway_integration_response.options_health',
      'aws_api_gateway_integration_response.options_me',
      'aws_api_gateway_integration_response.options_prices',
      'aws_api_gateway_integration_response.options_reports',
      'aws_api_gateway_integration_response.options_reports_by_id',
      'aws_api_gateway_method.get_health',
      'aws_api_gateway_method.get_me',
      'aws_api_gateway_method.get_prices',
      'aws_api_gateway_method.get_reports',
      'aws_api_gateway_method.get_reports_by_id',
      'aws_api_gateway_method.options_health',
      'aws_api_gateway_method.options_me',
      'aws_api_gateway_method.options_prices',
      'aws_api_gateway_method.options_reports',
      'aws_api_gateway_method.options_reports_by_id',
      'aws_api_gateway_method.post_reports',
      'aws_api_gateway_method_response.get_health',
      'aws_api_gateway_method_response.options_health',
      'aws_api_gateway_method_response.options_me',
      'aws_api_gateway_method_response.options_prices',
      'aws_api_gateway_method_response.options_reports',
      'aws_api_gateway_method_response.options_reports_by_id',
      'aws_api_gateway_method_settings.api',
      'aws_api_gateway_model.post_reports',
      'aws_api_gateway_request_validator.body',
      'aws_api_gateway_resource.health',
      'aws_api_gateway_resource.me',
      'aws_api_gateway_resource.prices',
      'aws_api_gateway_resource.reports',
      'aws_api_gateway_resource.reports_by_id',
      'aws_api_gateway_rest_api.api',
      'aws_api_gateway_stage.api',
      'aws_cloudwatch_log_group.api',
      'aws_cloudwatch_log_group.service',
      'aws_iam_role.service',
      'aws_iam_role_policy.people_authenticated_api',
      'aws_iam_role_policy.service',
      'aws_lambda_function.service',
      'aws_lambda_permission.service_api',
      'data.terraform_remote_state.identity',
    ]);
  });

  it('publishes where the API is', () => {
    expect(build().output).toEqual({
      api_url: { value: '${aws_api_gateway_stage.api.invoke_url}' },
      rest_api_id: { value: '${aws_api_gateway_rest_api.api.id}' },
      stage_name: { value: 'test' },
    });
  });

  it('is guarded by the pool of the identity stack', () => {
    const stack = build();

    expect(stack.data.terraform_remote_state?.identity).toMatchObject({ config: { key: 'test/identity.tfstate' } });
    const userPoolArns = [{ references: ['data.terraform_remote_state.identity.outputs.user_pool_arn'] }];
    expect(apiOf(stack).authorizers).toMatchObject([{ name: 'users', type: 'COGNITO_USER_POOLS', userPoolArns }]);
  });

  it('lets these callers in, route by route', () => {
    const routes = apiOf(build())
      .routes.filter(({ method }) => method !== 'OPTIONS')
      .map(({ auth, method, path }) => [
        `${String(method)} ${String(path)}`,
        ...('kind' in auth ? [auth.kind, auth.scopes] : []),
      ]);

    expect(routes.sort()).toEqual([
      ['GET /health', 'none', undefined],
      ['GET /me', 'cognito', []],
      ['GET /prices', 'iam', undefined],
      ['GET /reports', 'cognito', ['reports/read']],
      ['GET /reports/{id}', 'cognito', ['reports/read']],
      ['POST /reports', 'cognito', ['reports/write']],
    ]);
  });

  it('lets people who are signed in sign requests for prices, and guests where there are some', () => {
    const grants = (guests: boolean) =>
      Object.entries(build({ identity: { ...environment().identity, guests } }).resource.aws_iam_role_policy ?? {})
        .filter(([name]) => name.startsWith('people_'))
        .map(([name, { policy, role }]) => [name, role, policy]);
    const Resource = ['${aws_api_gateway_rest_api.api.execution_arn}/test/GET/prices'];
    const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource }];
    const policy = JSON.stringify({ Version: '2012-10-17', Statement });
    const name = (role: string) => `\${data.terraform_remote_state.identity.outputs.people_${role}_name}`;

    const people = ['people_authenticated_api', name('authenticated'), policy];
    expect(grants(false)).toEqual([people]);
    expect(grants(true)).toEqual([people, ['people_guest_api', name('guest'), policy]]);
  });

  it('refuses a new report without a title before the function is called', () => {
    const { models, routes } = apiOf(build());
    const post = routes.find(({ method, path }) => method === 'POST' && path === '/reports');

    expect(post?.validator).toMatchObject({ body: true });
    expect(JSON.parse(String(models[0]?.schema))).toMatchObject({
      required: ['title'],
      properties: { title: { type: 'string', minLength: 1, maxLength: 200 } },
    });
  });

  it('serves a stage as the environment says', () => {
    const { resource } = build();

    expect(resource.aws_api_gateway_rest_api?.api).toMatchObject({ name: 'gatehouse-test-api' });
    expect(resource.aws_api_gateway_stage?.api).toMatchObject({
      stage_name: 'test',
      xray_tracing_enabled: true,
    });
    expect(resource.aws_api_gateway_method_settings?.api?.settings).toMatchObject({
      logging_level: 'ERROR',
      metrics_enabled: true,
      throttling_rate_limit: 10,
      throttling_burst_limit: 20,
    });
    expect(resource.aws_cloudwatch_log_group?.api).toMatchObject({ retention_in_days: 7 });
    expect(resource.aws_cloudwatch_log_group?.service).toMatchObject({ retention_in_days: 7 });
  });

  it('tells the function which origins may read its answers', () => {
    const cors = { ...api.cors!, allowOrigins: ['https://a.example.com', 'https://b.example.com'] };
    const variables = (changes: Environment['api']) =>
      build({ api: changes }).resource.aws_lambda_function?.service?.environment;

    expect(variables({ ...api, cors })).toEqual({
      variables: { ALLOWED_ORIGINS: 'https://a.example.com,https://b.example.com' },
    });
    expect(variables({ ...api, cors: { ...cors, allowCredentials: true } })).toMatchObject({
      variables: { ALLOW_CREDENTIALS: 'true' },
    });
    expect(variables({ ...api, cors: undefined })).toBeUndefined();
  });

  it('answers no preflight without cors', () => {
    const { gatewayResponses, routes } = apiOf(build({ api: { ...api, cors: undefined } }));

    expect(routes.filter(({ method }) => method === 'OPTIONS')).toEqual([]);
    expect(gatewayResponses).toEqual([]);
  });

  it('is behind a web ACL, with the sign-in of the user pool, when asked', () => {
    const waf = {
      managedRules: ['AWSManagedRulesCommonRuleSet' as const],
      rateLimitPer5Minutes: 2000,
      userPool: true,
    };
    const { resource } = build({ api: { ...api, waf } });

    expect(resource.aws_wafv2_web_acl?.api).toMatchObject({ name: 'gatehouse-test-api', scope: 'REGIONAL' });
    expect(resource.aws_wafv2_web_acl_association).toEqual({
      api: {
        web_acl_arn: '${aws_wafv2_web_acl.api.arn}',
        resource_arn: '${aws_api_gateway_stage.api.arn}',
      },
      users: {
        web_acl_arn: '${aws_wafv2_web_acl.api.arn}',
        resource_arn: '${data.terraform_remote_state.identity.outputs.user_pool_arn}',
      },
    });
    expect(
      build({ api: { ...api, waf: { ...waf, userPool: false } } }).resource.aws_wafv2_web_acl_association,
    ).not.toHaveProperty('users');
  });

  it('publishes its own domain as its address, and where that must point to', () => {
    const domain = {
      name: 'api.example.com',
      certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/a',
      hostedZoneId: 'Z0123456789',
      basePath: 'v1',
      disableDefaultEndpoint: true,
    };
    const { output, resource } = build({ api: { ...api, domain } });

    expect(output.api_url).toEqual({ value: 'https://api.example.com/v1' });
    expect(output.api_domain_target).toEqual({
      value: '${aws_api_gateway_domain_name.api.regional_domain_name}',
    });
    expect(resource.aws_route53_record?.api).toMatchObject({ zone_id: 'Z0123456789' });
    expect(resource.aws_api_gateway_rest_api?.api).toMatchObject({ disable_execute_api_endpoint: true });
  });

  it('notifies a person when it fails', () => {
    const { resource } = build({ alarms: { email: 'alerts@example.com', serverErrorPercent: 1 } });

    expect(resource.aws_cloudwatch_metric_alarm?.api_5xx).toMatchObject({
      alarm_name: 'gatehouse-test-api-5xx',
      threshold: 0.01,
      alarm_actions: ['${aws_sns_topic.api_alarms.arn}'],
    });
    expect(resource.aws_sns_topic_subscription?.api_alarms).toMatchObject({ endpoint: 'alerts@example.com' });
  });

  it('fails when there is a cache and no route that is kept', () => {
    expect(() => build({ api: { ...api, cache: { sizeGb: 0.5, ttlSeconds: 60 } } })).toThrow(
      '[test-api/api] stage.cache: expected at least one cached route, found none.',
    );
  });
});
