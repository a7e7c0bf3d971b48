import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { synth, synthApp, validationErrors } from '@gatehouse/testing';
import { TerraformOutput, TerraformStack, Testing, Token } from 'cdktf';
import { open, stage, userPool } from '../../testing/api';
import { extend, ours, theirs } from '../../testing/existing-api';
import { Auth, type ExistingRestApiProps, Integration, RestApi } from '../index';

const extended = (props: ExistingRestApiProps, routes?: readonly `GET /${string}`[]) =>
  synth((stack) => void extend(stack, props, routes));

describe('routes added to an API that is made elsewhere', () => {
  it('are guarded by an authorizer of ours, and make nothing that the API has', () => {
    const { resource, data } = extended(theirs);

    expect(resource).toEqual({
      aws_api_gateway_authorizer: {
        legacy__users: {
          rest_api_id: 'a1b2c3d4e5',
          name: 'users',
          type: 'COGNITO_USER_POOLS',
          identity_source: 'method.request.header.Authorization',
          provider_arns: [userPool.userPoolArn],
          authorizer_result_ttl_in_seconds: 300,
        },
      },
      aws_api_gateway_resource: {
        legacy__me: {
          rest_api_id: 'a1b2c3d4e5',
          parent_id: '${data.aws_api_gateway_resource.legacy__root.id}',
          path_part: 'me',
        },
      },
      aws_api_gateway_method: {
        legacy__get_me: {
          rest_api_id: 'a1b2c3d4e5',
          resource_id: '${aws_api_gateway_resource.legacy__me.id}',
          http_method: 'GET',
          authorization: 'COGNITO_USER_POOLS',
          authorizer_id: '${aws_api_gateway_authorizer.legacy__users.id}',
        },
      },
      aws_api_gateway_integration: {
        legacy__get_me: {
          rest_api_id: 'a1b2c3d4e5',
          resource_id: '${aws_api_gateway_resource.legacy__me.id}',
          http_method: '${aws_api_gateway_method.legacy__get_me.http_method}',
          integration_http_method: 'POST',
          type: 'AWS_PROXY',
          uri: '${aws_lambda_function.service.invoke_arn}',
        },
      },
      aws_lambda_permission: {
        service_legacy: {
          action: 'lambda:InvokeFunction',
          function_name: '${aws_lambda_function.service.function_name}',
          principal: 'apigateway.amazonaws.com',
          source_arn:
            'arn:${data.aws_partition.gateway.partition}:execute-api:${data.aws_region.gateway.name}:' +
            '${data.aws_caller_identity.gateway.account_id}:a1b2c3d4e5/live/*/*',
        },
      },
      aws_lambda_function: expect.anything(),
    });
    expect(data.aws_api_gateway_resource).toEqual({ legacy__root: { rest_api_id: 'a1b2c3d4e5', path: '/' } });
  });

  it('are deployed to a stage of ours, when we deploy', () => {
    const { resource } = extended(ours);

    expect(resource.aws_api_gateway_rest_api).toBeUndefined();
    expect(resource.aws_api_gateway_stage?.legacy).toMatchObject({
      rest_api_id: 'a1b2c3d4e5',
      stage_name: 'dev',
      deployment_id: '${aws_api_gateway_deployment.legacy.id}',
    });
    expect(resource.aws_api_gateway_deployment?.legacy?.depends_on).toEqual([
      'aws_api_gateway_authorizer.legacy__users',
      'aws_api_gateway_integration.legacy__get_me',
    ]);
    expect(resource.aws_cloudwatch_log_group?.legacy).toMatchObject({ name: '/aws/apigateway/legacy/dev' });
  });

  it('have preflights, models and validators as others, and leave the errors of the API alone', () => {
    const { resource } = synth((stack) => {
      const api = extend(stack, { ...theirs, cors: { allowOrigins: ['https://app.example.com'] } });
      api.addRoute('POST /me', { auth: Auth.idToken(), integration: Integration.mock(), body: { type: 'object' } });
    });

    expect(Object.keys(resource.aws_api_gateway_method ?? {})).toContain('legacy__options_me');
    expect(Object.keys(resource.aws_api_gateway_request_validator ?? {})).toEqual(['legacy__body']);
    expect(Object.keys(resource.aws_api_gateway_model ?? {})).toEqual(['legacy__post_me']);
    expect(resource.aws_api_gateway_gateway_response).toBeUndefined();
  });

  it('may have a domain, alarms and a web ACL on the stage of ours', () => {
    const { resource } = synth((stack) => {
      const api = extend(stack, ours);
      api.addDomain({ name: 'api.example.com', certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/a' });
      api.addWebAcl({ rateLimitPer5Minutes: 100 });
      api.addAlarms({ serverErrorPercent: 1 });
    });

    expect(resource.aws_api_gateway_base_path_mapping?.legacy).toMatchObject({ api_id: 'a1b2c3d4e5' });
    expect(resource.aws_wafv2_web_acl?.legacy).toMatchObject({ name: 'legacy' });
    expect(resource.aws_cloudwatch_metric_alarm?.legacy_5xx).toMatchObject({
      alarm_name: 'legacy-5xx',
      dimensions: expect.objectContaining({ ApiName: 'legacy' }),
    });
  });
});

describe('paths that the API has', () => {
  const resources = { '/pets': 'abc123', '/shops/{id}': true } as const;

  it('are used by their ids, or looked up with what is above them, only where a route needs it', () => {
    const { data, resource } = extended({ ...theirs, resources, rootResourceId: 'root123' }, [
      'GET /pets',
      'GET /pets/{id}',
      'GET /shops/{id}',
      'GET /shops/near',
    ]);

    expect(data.aws_api_gateway_resource).toEqual({
      legacy__shops_by_id: { rest_api_id: 'a1b2c3d4e5', path: '/shops/{id}' },
      legacy__shops: { rest_api_id: 'a1b2c3d4e5', path: '/shops' },
    });
    expect(resource.aws_api_gateway_method).toMatchObject({
      legacy__get_pets: { resource_id: 'abc123' },
      legacy__get_shops_by_id: { resource_id: '${data.aws_api_gateway_resource.legacy__shops_by_id.id}' },
    });
    expect(resource.aws_api_gateway_resource).toEqual({
      legacy__pets_by_id: { rest_api_id: 'a1b2c3d4e5', parent_id: 'abc123', path_part: '{id}' },
      legacy__shops_near: {
        rest_api_id: 'a1b2c3d4e5',
        parent_id: '${data.aws_api_gateway_resource.legacy__shops.id}',
        path_part: 'near',
      },
    });
  });

  it('are handed from one stack to another by the stack that made them', () => {
    const { second } = synthApp((app) => {
      const [first, second] = ['first', 'second'].map((id) => new TerraformStack(app, id)) as [
        TerraformStack,
        TerraformStack,
      ];
      for (const stack of [first, second]) new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      const api = new RestApi(first, 'api', { name: 'reports', stage });
      api.addRoute('GET /a/b', open);
      const more = RestApi.fromId(second, 'more', {
        restApiId: api.restApiId,
        rootResourceId: api.resourceId('/'),
        resources: { '/a': api.resourceId('/a') },
        deployedBy: 'owner',
        stageName: stage.name,
      });
      more.addRoute('GET /a/c', open);
      more.addRoute('GET /d', open);
    });

    expect(second?.resource.aws_api_gateway_resource).toEqual({
      more__a_c: {
        rest_api_id: expect.stringContaining('${data.terraform_remote_state.'),
        parent_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..*aws_api_gateway_resourceaid\}$/),
        path_part: 'c',
      },
      more__d: {
        rest_api_id: expect.stringContaining('${data.terraform_remote_state.'),
        parent_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..*root_resource_id\}$/),
        path_part: 'd',
      },
    });
  });

  it('fail at synthesis when two stacks would make one of them', () => {
    const errors = validationErrors((stack) => {
      extend(stack, theirs, ['GET /a/b']);
      const other = RestApi.fromId(stack, 'other', { ...theirs, stageName: 'test' });
      other.addRoute('GET /a/c', open);
    });

    expect(errors).toEqual([
      '[test/other/paths] resources: expected /a made once, found it here and in test/legacy/paths. ' +
        "Give one of the two the other's: resources: { '/a': other.resourceId('/a') }.",
    ]);
  });
});

it('tells other stacks where the API answers', () => {
  const { output } = synth((stack) => {
    new TerraformOutput(stack, 'url', { value: extend(stack, theirs).url });
  });

  expect(output.url).toEqual({
    value:
      'https://a1b2c3d4e5.execute-api.${data.aws_region.gateway.name}.${data.aws_partition.gateway.dns_suffix}/live',
  });
});

it.each([
  [
    'ours',
    ours,
    'A deployment here publishes every pending edit of the API a1b2c3d4e5 to the stage dev, those of others too.',
  ],
  [
    "the owner's",
    theirs,
    'Routes added here answer after the next deployment of the API a1b2c3d4e5, which its owner makes.',
  ],
  [
    "the owner's, of an API of another stack",
    { ...theirs, restApiId: Token.asString({ resolve: () => 'a1b2c3d4e5' }) },
    'Routes added here answer after the next deployment of the API, which its owner makes.',
  ],
])('warns at synthesis what it means that deployments are %s', (_whose, props, message) => {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'test');
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  extend(stack, props);
  app.synth();

  expect(app.manifest.stacks.test?.annotations).toEqual([
    { constructPath: 'test/legacy', level: '@cdktf/warn', message, stacktrace: undefined },
  ]);
});
