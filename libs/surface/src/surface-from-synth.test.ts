import { fixture } from '../testing/fixture';
import { posture, surfaceFromSynth } from './index';

const written = (...names: string[]) =>
  surfaceFromSynth(Object.fromEntries(names.map((name) => [name, fixture(name, 'main.tf.json')])));
/** The first user pool of a stack with these arguments, beside whatever else the stack has. */
const pool = (body: object, rest: object = {}) =>
  surfaceFromSynth([{ ...rest, resource: { ...resources(rest), aws_cognito_user_pool: { users: body } } }])
    .userPools[0];
const resources = (rest: object) => ('resource' in rest ? (rest.resource as object) : {});

describe('synthesized stacks', () => {
  it('give a whole API, joined by reference', () => {
    const [api] = written('reports-identity', 'reports-api').apis;
    expect(api?.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /me',
      'GET /',
      'OPTIONS /me',
      'PUT /reports/{id}',
    ]);
    expect(api?.routes[0]).toMatchObject({
      address: 'aws_api_gateway_method.get_me',
      stack: 'reports-api',
      auth: { kind: 'cognito', authorizer: 'aws_api_gateway_authorizer.users' },
      integration: { type: 'AWS_PROXY', function: 'aws_lambda_function.me' },
    });
    expect(api?.stages[0]).toMatchObject({ name: 'v1', methodSettings: [{ loggingLevel: 'INFO' }] });
  });

  it('give the function behind an alias', () => {
    const api = fixture('reports-api', 'main.tf.json');
    api.resource.aws_lambda_alias = {
      me: { name: 'live', function_name: '${aws_lambda_function.me.function_name}', function_version: '1' },
    };
    for (const each of Object.values<{ uri?: string }>(api.resource.aws_api_gateway_integration)) {
      each.uri = each.uri?.replace('aws_lambda_function.me.invoke_arn', 'aws_lambda_alias.me.invoke_arn');
    }
    const [me] = surfaceFromSynth([fixture('reports-identity', 'main.tf.json'), api]).apis[0]?.routes ?? [];

    expect(me?.integration).toMatchObject({
      uri: { references: ['aws_lambda_alias.me.invoke_arn'] },
      function: 'aws_lambda_function.me',
    });
  });

  it('give the names of a function’s environment and hide the values', () => {
    const [lambda] = written('reports-api').functions;
    expect(Object.keys(lambda?.environment ?? {})).toEqual(['TABLE', 'API_SECRET']);
    expect(JSON.stringify(written('reports-api'))).not.toContain('canary');
  });

  it('are followed through remote state into the stack that writes it', () => {
    const backend = { bucket: 'state', key: 'dev/identity.tfstate', region: 'eu-west-1', use_lockfile: true };
    const identity = {
      ...fixture('reports-identity', 'main.tf.json'),
      '//': { metadata: { stackName: 'dev-identity' } },
    };
    identity.terraform = { backend: { s3: backend } };
    const api = fixture('reports-api', 'main.tf.json');
    api.data.terraform_remote_state.identity = { backend: 's3', config: backend };
    const surface = surfaceFromSynth([identity, api]);
    expect(surface.apis[0]?.authorizers[0]).toMatchObject({
      userPools: ['aws_cognito_user_pool.users'],
      userPoolArns: [{ unknown: true, references: ['aws_cognito_user_pool.users.arn'], stack: 'dev-identity' }],
    });
    api.data.terraform_remote_state.identity.config = { ...backend, key: 'prod/identity.tfstate' };
    expect(surfaceFromSynth([identity, api]).apis[0]?.authorizers[0]?.userPools).toEqual([]);
  });

  it('say where a construct and its file are, why a route is public and who signs requests', () => {
    const method = {
      '//': {
        metadata: { path: 'dev-api/api/GET --health', uniqueId: 'get_health' },
        public: 'uptime checks',
        source: 'libs/stacks/src/routes.ts',
      },
      rest_api_id: 'abc',
      resource_id: 'def',
      http_method: 'GET',
      authorization: 'NONE',
    };
    const get_prices = { ...method, '//': { iam: 'guests' }, resource_id: 'ghi', authorization: 'AWS_IAM' };
    const get_orders = { ...method, '//': { custom: 'partners' }, resource_id: 'jkl', authorization: 'CUSTOM' };
    const methods = { get_health: method, get_prices, get_orders };
    const surface = surfaceFromSynth([{ resource: { aws_api_gateway_method: methods } }]);
    expect(surface.apis).toMatchObject([
      {
        managed: false,
        id: 'abc',
        routes: [
          {
            constructPath: 'dev-api/api/GET --health',
            publicReason: 'uptime checks',
            source: 'libs/stacks/src/routes.ts',
            auth: { kind: 'none' },
          },
          { customCallers: 'partners', auth: { kind: 'custom' } },
          { iamCallers: 'guests', auth: { kind: 'iam' } },
        ],
      },
    ]);
  });

  it('say the same of routes of HTTP APIs', () => {
    const route = {
      api_id: 'abc',
      authorization_type: 'NONE',
      route_key: 'GET /health',
      '//': { public: 'uptime checks' },
    };
    const prices = { ...route, authorization_type: 'AWS_IAM', route_key: 'GET /prices', '//': { iam: 'guests' } };
    const api = { name: 'reports', protocol_type: 'HTTP' };
    const surface = surfaceFromSynth([
      {
        resource: {
          aws_apigatewayv2_api: { api },
          aws_apigatewayv2_route: {
            health: { ...route, api_id: '${aws_apigatewayv2_api.api.id}' },
            prices: { ...prices, api_id: '${aws_apigatewayv2_api.api.id}' },
          },
        },
      },
    ]);
    expect(surface.httpApis[0]?.routes).toMatchObject([
      { publicReason: 'uptime checks', auth: { kind: 'none' } },
      { iamCallers: 'guests', auth: { kind: 'iam' } },
    ]);
    expect(posture(surface).filter(({ rule }) => rule === 'public-route')).toMatchObject([
      { severity: 'expected', message: expect.stringContaining('uptime checks') as string },
    ]);
  });

  it('list the modules that nothing but a plan looks into', () => {
    expect(written('modules').unread).toEqual([
      { address: 'module.identity', stack: 'modules', why: 'only a plan tells what is in a module' },
      { address: 'module.api', stack: 'modules', why: 'only a plan tells what is in a module' },
    ]);
  });
});

describe('values in synthesized JSON', () => {
  it('are followed to where they are written', () => {
    const rest = { locals: { env: 'dev', names: { pool: 'users-${local.env}' } } };
    expect(pool({ name: '${local.names.pool}' }, rest)?.name).toBe('users-dev');
    expect(pool({ name: '${local.names["pool"]}!' }, rest)?.name).toBe('users-dev!');
  });

  it('are unknown where they come from a variable', () => {
    expect(pool({ name: 'users-${var.env}' })?.name).toEqual({ unknown: true, references: ['var.env'] });
  });

  it('are unknown where an expression is not understood, and still say what it is made from', () => {
    const expression = '${local.a ? aws_cognito_user_pool.users.name : "aws.example.com"}';
    const { clients } = surfaceFromSynth([
      {
        resource: {
          aws_cognito_user_pool: { users: { name: 'users' } },
          aws_cognito_user_pool_client: {
            app: { name: expression, user_pool_id: '${try(aws_cognito_user_pool.users.id, "")}' },
          },
        },
      },
    ]);
    expect(clients[0]?.name).toEqual({
      unknown: true,
      references: ['local.a', 'aws_cognito_user_pool.users.name'],
    });
    expect(clients[0]?.userPool).toBe('aws_cognito_user_pool.users');
  });

  it('are read with their escapes undone', () => {
    const template = '#set($a = $${stageVariables.x})%%{b}';
    const surface = surfaceFromSynth([
      {
        resource: {
          aws_api_gateway_gateway_response: {
            x: {
              rest_api_id: 'abc',
              response_type: 'DEFAULT_4XX',
              response_templates: { 'application/json': template },
            },
          },
        },
      },
    ]);
    expect(surface.apis[0]?.gatewayResponses[0]?.responseTemplates).toEqual({
      'application/json': '#set($a = ${stageVariables.x})%{b}',
    });
  });

  it('may be text where Terraform wants numbers and booleans', () => {
    expect(pool({ name: 'x', password_policy: { minimum_length: '12', require_symbols: 'true' } })).toMatchObject({
      passwordPolicy: { minLength: 12, requireSymbols: true },
    });
  });

  it('do not run in circles', () => {
    const rest = { locals: { a: '${local.b}', b: '${local.a}' } };
    expect(pool({ name: '${local.a}' }, rest)?.name).toMatchObject({ unknown: true });
  });

  it('may be blocks with or without a list around them, and repeated dynamically', () => {
    const server = (scope: object) =>
      surfaceFromSynth([{ resource: { aws_cognito_resource_server: { x: { identifier: 'x', name: 'x', ...scope } } } }])
        .resourceServers[0]?.scopes;
    const read = { scope_name: 'read', scope_description: 'Read' };
    const expected = { name: 'read', description: 'Read' };
    expect(server({ scope: read })).toEqual([expected]);
    expect(server({ scope: [read] })).toEqual([expected]);
    expect(server({ scope: [read], dynamic: { scope: { for_each: [], content: {} } } })).toEqual([
      expected,
      { name: { unknown: true }, description: { unknown: true } },
    ]);
  });

  it('without a setting are what AWS makes of it', () => {
    expect(pool({ name: 'users' })).toMatchObject({
      selfSignUp: true,
      deletionProtection: false,
      mfa: 'OFF',
      threatProtection: 'OFF',
      tier: 'ESSENTIALS',
      usernameCaseSensitive: true,
      passwordPolicy: { minLength: 8, requireSymbols: true },
    });
  });
});

describe('repeated blocks', () => {
  const clients = (body: object) =>
    surfaceFromSynth([
      {
        resource: {
          aws_cognito_user_pool: { users: { name: 'users' } },
          aws_cognito_user_pool_client: {
            app: { user_pool_id: '${aws_cognito_user_pool.users.id}', ...body },
          },
        },
      },
    ]).clients.map(({ address, name }) => [address, name]);

  it('are one for each number of a count', () => {
    expect(clients({ count: 2, name: 'app-${count.index}' })).toEqual([
      ['aws_cognito_user_pool_client.app[0]', 'app-0'],
      ['aws_cognito_user_pool_client.app[1]', 'app-1'],
    ]);
    expect(clients({ count: 0, name: 'app' })).toEqual([]);
  });

  it('are one for each key of a map and each element of a set', () => {
    expect(clients({ for_each: { a: { name: 'first' } }, name: '${each.value.name}' })).toEqual([
      ['aws_cognito_user_pool_client.app["a"]', 'first'],
    ]);
    expect(clients({ for_each: '${toset(["a", "b"])}', name: '${each.key}' })).toEqual([
      ['aws_cognito_user_pool_client.app["a"]', 'a'],
      ['aws_cognito_user_pool_client.app["b"]', 'b'],
    ]);
  });

  it('stand for all of them where only a plan tells how many there are', () => {
    expect(clients({ for_each: '${var.clients}', name: '${each.key}' })).toEqual([
      ['aws_cognito_user_pool_client.app', { unknown: true }],
    ]);
  });
});

describe('files that are not synthesized stacks', () => {
  it.each([
    ['a state', { format_version: '1.0', values: {} }, 'This is a state or a plan.'],
    ['something else', { name: 'gatehouse' }, 'It has no resource, data, output or terraform.'],
    ['a list', [], 'found a list of 0'],
    ['null', null, 'found null'],
  ])('fails when it is %s', (_, content, message) => {
    expect(() => surfaceFromSynth([content as never])).toThrow(message);
  });

  it('fails when a resource is not a block', () => {
    expect(() => surfaceFromSynth([{ resource: { aws_cognito_user_pool: { users: 'x' } } }])).toThrow(
      'stack 1: aws_cognito_user_pool.users: expected a block, found text of 1 characters.',
    );
  });
});
