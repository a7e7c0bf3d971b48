import { surfaceFromSynth } from './index';

/** The first user pool of a stack with these arguments, beside whatever else the stack has. */
const pool = (body: object, rest: object = {}) =>
  surfaceFromSynth([{ ...rest, resource: { ...resources(rest), aws_cognito_user_pool: { users: body } } }])
    .userPools[0];
const resources = (rest: object) => ('resource' in rest ? (rest.resource as object) : {});

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
