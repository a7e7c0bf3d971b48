import { fixture } from '../testing/fixture';
import { posture, surfaceFromSynth } from './index';

const written = (...names: string[]) =>
  surfaceFromSynth(Object.fromEntries(names.map((name) => [name, fixture(name, 'main.tf.json')])));

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
