import { synth, validationErrors } from '@gatehouse/testing';
import { Construct } from 'constructs';
import { lambda, open, refusal, stage, synthApi, userPool } from '../testing/api';
import { Auth, Integration, RestApi, type RouteKey } from './index';

describe('an API with one guarded route', () => {
  const { resource } = synthApi((api, scope) => {
    api.addRoute('GET /me', { auth: Auth.idToken(), integration: Integration.lambda(lambda(scope)) });
  });

  it('is regional', () => {
    expect(resource.aws_api_gateway_rest_api).toEqual({
      api: {
        name: 'reports',
        disable_execute_api_endpoint: false,
        endpoint_configuration: { types: ['REGIONAL'], ip_address_type: 'ipv4' },
        api_key_source: 'HEADER',
        binary_media_types: [],
        minimum_compression_size: '-1',
      },
    });
  });

  it('checks the Authorization header', () => {
    expect(resource.aws_api_gateway_authorizer).toEqual({
      users: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        name: 'users',
        type: 'COGNITO_USER_POOLS',
        identity_source: 'method.request.header.Authorization',
        provider_arns: [userPool.userPoolArn],
        authorizer_result_ttl_in_seconds: 300,
      },
    });
  });

  it('answers with the function', () => {
    expect(resource.aws_api_gateway_integration).toEqual({
      get_me: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        resource_id: '${aws_api_gateway_resource.me.id}',
        http_method: '${aws_api_gateway_method.get_me.http_method}',
        type: 'AWS_PROXY',
        integration_http_method: 'POST',
        uri: '${aws_lambda_function.service.invoke_arn}',
      },
    });
  });

  it('has these addresses and no others', () => {
    expect(addresses(resource)).toEqual([
      'aws_api_gateway_authorizer.users',
      'aws_api_gateway_deployment.api',
      'aws_api_gateway_integration.get_me',
      'aws_api_gateway_method.get_me',
      'aws_api_gateway_method_settings.api',
      'aws_api_gateway_resource.me',
      'aws_api_gateway_rest_api.api',
      'aws_api_gateway_stage.api',
      'aws_cloudwatch_log_group.api',
      'aws_lambda_function.service',
      'aws_lambda_permission.service_api',
    ]);
  });
});

it('keeps its addresses wherever it sits in the tree, named by its own id', () => {
  const build = (scope: Construct) => new RestApi(scope, 'adminApi', { name: 'admin', stage }).addRoute('GET /', open);

  const top = synth((stack) => build(stack));
  const deep = synth((stack) => build(new Construct(new Construct(stack, 'a'), 'b')));

  expect(addresses(top.resource)).toEqual([
    'aws_api_gateway_deployment.admin_api',
    'aws_api_gateway_integration.admin_api__get_root',
    'aws_api_gateway_integration_response.admin_api__get_root',
    'aws_api_gateway_method.admin_api__get_root',
    'aws_api_gateway_method_response.admin_api__get_root',
    'aws_api_gateway_method_settings.admin_api',
    'aws_api_gateway_rest_api.admin_api',
    'aws_api_gateway_stage.admin_api',
    'aws_cloudwatch_log_group.admin_api',
  ]);
  expect(deep.resource).toEqual(top.resource);
});

describe('routes', () => {
  it('fails when a route is added twice', () => {
    expect(
      refusal((api) => {
        api.addRoute('GET /me', open);
        api.addRoute('GET /me', { auth: Auth.idToken(), integration: Integration.mock() });
      }),
    ).toBe('test/api, route: expected each route once, found "GET /me". Remove one of the two.');
  });

  it.each([
    ['GET /user-profile', 'GET /user_profile', 'aws_api_gateway_resource.user_profile'],
    ['GET /a/b', 'POST /a_b', 'aws_api_gateway_resource.a_b'],
    ['GET /a--b', 'GET /a/b', 'aws_api_gateway_resource.a_b'],
    ['GET /reports/by/id', 'GET /reports/{id}', 'aws_api_gateway_resource.reports_by_id'],
    ['GET /', 'GET /root', 'aws_api_gateway_method.get_root'],
  ] satisfies [RouteKey, RouteKey, string][])(
    'fails when %s and %s want one Terraform address',
    (first, second, address) => {
      const message = refusal((api) => {
        api.addRoute(first, open);
        api.addRoute(second, open);
      });

      expect(message).toMatch(/^test\/api\/(paths|routes)\/.+, id: expected a Terraform address of its own, found/);
      expect(message).toContain(`"${address}, which test/api/`);
    },
  );

  it('fails when the root and /root want one preflight', () => {
    const message = refusal(
      (api) => {
        api.addRoute('GET /', open);
        api.addRoute('POST /root', open);
      },
      { cors: { allowOrigins: ['https://app.example.com'] } },
    );

    expect(message).toContain(
      'test/api/preflights/--root, id: expected a Terraform address of its own, found ' +
        '"aws_api_gateway_method.options_root, which test/api/preflights/-- has"',
    );
  });

  it('fails at synthesis when there are none', () => {
    const errors = validationErrors((stack) => new RestApi(stack, 'api', { name: 'reports', stage }));

    expect(errors).toEqual(['[test/api] routes: expected at least one, found none. Call addRoute.']);
  });
});

describe('the authorizer', () => {
  it('accepts several pools and remembers tokens as long as asked', () => {
    const { resource } = synth((stack) => {
      const api = new RestApi(stack, 'api', { name: 'reports', stage });
      api.addCognitoAuthorizer('people', {
        userPools: [userPool, { userPoolArn: 'arn:other' }],
        resultsCacheTtlSeconds: 0,
      });
      api.addRoute('GET /', open);
    });

    expect(resource.aws_api_gateway_authorizer?.people).toMatchObject({
      provider_arns: [userPool.userPoolArn, 'arn:other'],
      authorizer_result_ttl_in_seconds: 0,
    });
  });

  it('fails when a guarded route comes before it', () => {
    const build = () =>
      synth((stack) => {
        const api = new RestApi(stack, 'api', { name: 'reports', stage });
        api.addRoute('GET /me', { auth: Auth.idToken(), integration: Integration.mock() });
      });

    expect(build).toThrow(
      'test/api, GET /me, auth: expected an authorizer that checks the caller, found nothing. ' +
        'Call addCognitoAuthorizer before the first guarded route.',
    );
  });

  it.each([
    [
      { userPools: [undefined as never] as const },
      'userPools[0]: expected a user pool, such as `users` of the identity stack, found nothing',
    ],
    [{ userPools: [userPool, userPool] as const }, 'userPools: expected at least one user pool, each once'],
    [{ userPools: [userPool] as const, resultsCacheTtlSeconds: 3601 }, 'a whole number from 0 to 3600, found 3601'],
    [{ userPools: [userPool] as const, resultsCacheTtlSeconds: 1.5 }, 'a whole number from 0 to 3600, found 1.5'],
  ])('fails when its options are %j', (options, expected) => {
    const build = () =>
      synth((stack) => {
        new RestApi(stack, 'api', { name: 'reports', stage }).addCognitoAuthorizer('users', options);
      });

    expect(build).toThrow(expected);
  });

  it('does not compile without a pool', () => {
    const build = () =>
      synth((stack) => {
        const api = new RestApi(stack, 'api', { name: 'reports', stage });
        // @ts-expect-error no pool
        api.addCognitoAuthorizer('users', { userPools: [] });
      });

    expect(build).toThrow('test/api/users, userPools: expected at least one user pool, each once, found 0.');
  });
});

it.each(['', 'my api', 'a'.repeat(257)])('fails when the API is named "%s"', (name) => {
  expect(refusal(() => undefined, { name })).toContain('test/api, name: expected 1 to 256 letters, digits');
});

function addresses(resource: Readonly<Record<string, object>>): string[] {
  return Object.entries(resource)
    .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
    .sort();
}
