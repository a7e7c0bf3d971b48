import { fixture } from '../testing/fixture';
import { isUnknown, readPlans, type Surface, type Unknown } from './index';

const read = (name: string, file: 'created.plan.json' | 'changed.plan.json') => readPlans([fixture(name, file)]);
const routesOf = (surface: Surface<Unknown>) => surface.apis.flatMap(({ routes }) => routes);
const route = (surface: Surface<Unknown>, address: string) =>
  routesOf(surface).find((each) => each.address.endsWith(address));

describe('a plan that creates', () => {
  const { before, after, complete } = read('reports-api', 'created.plan.json');

  it('has nothing before', () => {
    expect(before.apis).toEqual([]);
    expect(before.functions).toEqual([]);
    expect(complete).toBe(true);
  });

  it('keeps what is not known yet as unknown and says what it is made from', () => {
    expect(route(after, 'get_me')).toMatchObject({
      method: 'GET',
      path: '/me',
      resourceId: { unknown: true, references: ['aws_api_gateway_resource.me.id'] },
      auth: {
        kind: 'cognito',
        authorizerId: { unknown: true, references: ['aws_api_gateway_authorizer.users.id'] },
        authorizer: 'aws_api_gateway_authorizer.users',
      },
      integration: { uri: { unknown: true }, function: 'aws_lambda_function.me' },
    });
    expect(after.apis[0]?.stages[0]).toMatchObject({
      deploymentId: { unknown: true },
      deployment: 'aws_api_gateway_deployment.api',
    });
  });

  it('joins what belongs together though no id is known', () => {
    expect(routesOf(after).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /me',
      'GET /',
      'OPTIONS /me',
      'PUT /reports/{id}',
    ]);
    expect(route(after, 'put_reports_by_id')).toMatchObject({
      validator: { body: true, parameters: true },
      integration: { type: 'HTTP_PROXY' },
    });
    expect(after.apis[0]?.stages[0]?.methodSettings).toMatchObject([{ throttleRate: 100 }]);
  });

  it('gives what nobody wrote the default of AWS', () => {
    expect(after.apis[0]?.apiKeySource).toBe('HEADER');
  });

  it('gives the names of a function’s environment and hides the values', () => {
    const hidden = { unknown: true, sensitive: true };
    expect(after.functions[0]?.environment).toEqual({ API_SECRET: hidden, TABLE: hidden });
    expect(JSON.stringify(after)).not.toContain('canary');
  });
});

describe('a plan that changes', () => {
  const { before, after } = read('reports-api', 'changed.plan.json');

  it('shows a route that becomes public', () => {
    expect(route(before, 'get_me')?.auth).toMatchObject({ kind: 'cognito' });
    expect(route(after, 'get_me')?.auth).toEqual({ kind: 'none' });
  });

  it('shows scopes that are dropped', () => {
    expect(route(before, 'put_reports_by_id')?.auth).toMatchObject({ scopes: ['reports/write'] });
    expect(route(after, 'put_reports_by_id')?.auth).toMatchObject({ scopes: [] });
  });

  it('joins a new method with the path that is there and the authorizer that is not', () => {
    expect(route(after, 'delete_me')).toMatchObject({
      method: 'DELETE',
      path: '/me',
      auth: { authorizerId: { unknown: true }, authorizer: 'aws_api_gateway_authorizer.second' },
    });
    expect(route(before, 'delete_me')).toBeUndefined();
  });

  it('has a moved resource under its new address on both sides', () => {
    for (const surface of [before, after]) {
      expect(route(surface, '.root')).toMatchObject({ method: 'GET', path: '/' });
      expect(route(surface, '.get_root')).toBeUndefined();
    }
  });

  it('does not have afterwards what is deleted', () => {
    expect(before.apis[0]?.stages[0]?.methodSettings).toHaveLength(1);
    expect(after.apis[0]?.stages[0]?.methodSettings).toEqual([]);
  });

  it('has one deployment on each side of a replacement', () => {
    const [was, becomes] = [before.apis[0]?.deployments, after.apis[0]?.deployments];
    expect(was).toMatchObject([{ triggers: { definition: '1' } }]);
    expect(becomes).toMatchObject([{ id: { unknown: true }, triggers: { definition: '2' } }]);
    expect(isUnknown(was?.[0]?.id)).toBe(false);
  });
});

describe('a plan that replaces the user pool', () => {
  const { before, after } = read('reports-identity', 'changed.plan.json');

  it('takes nothing of the new pool for known that it only has after apply', () => {
    expect(before.userPools[0]).toMatchObject({ name: 'reports-users', deletionProtection: true });
    expect(after.userPools[0]).toMatchObject({
      name: 'reports-users-2',
      id: { unknown: true },
      arn: { unknown: true },
      deletionProtection: false,
    });
  });

  it('keeps clients and resource servers with their pool', () => {
    expect(before.clients.map(({ address }) => address)).toHaveLength(3);
    expect(after.clients.map(({ address, userPool }) => [address, userPool])).toEqual([
      ['aws_cognito_user_pool_client.app', 'aws_cognito_user_pool.users'],
      ['aws_cognito_user_pool_client.machine', 'aws_cognito_user_pool.users'],
    ]);
    expect(after.resourceServers[0]).toMatchObject({ userPool: 'aws_cognito_user_pool.users' });
    expect(after.userPoolDomains[0]).toMatchObject({ userPool: 'aws_cognito_user_pool.users' });
  });

  it('shows a token that lives longer', () => {
    expect(before.clients[0]).toMatchObject({ name: 'app', accessTokenValidity: 300 });
    expect(after.clients[0]).toMatchObject({ name: 'app', accessTokenValidity: 3600 });
  });
});

describe('plans with modules, count and for_each', () => {
  const created = read('modules', 'created.plan.json').after;
  const { before, after } = read('modules', 'changed.plan.json');

  it('follows a reference through the outputs and variables of modules', () => {
    expect(created.apis[0]?.authorizers[0]).toMatchObject({
      userPoolArns: { unknown: true, references: ['module.identity.aws_cognito_user_pool.this[0].arn'] },
      userPools: ['module.identity.aws_cognito_user_pool.this[0]'],
    });
  });

  it('joins an integration with the method that it is made for each of', () => {
    expect(routesOf(created)).toHaveLength(6);
    expect(routesOf(created).every(({ integration }) => integration?.type === 'MOCK')).toBe(true);
  });

  it('leaves a path open that depends on a value no plan tells', () => {
    expect(route(created, 'get_reports"]')?.path).toEqual({
      unknown: true,
      references: ['module.api["blue"].aws_api_gateway_resource.this'],
    });
    expect(route(before, 'get_reports"]')?.path).toBe('/reports');
  });

  it('keeps the instances of a module apart', () => {
    expect(before.apis.map(({ name, routes }) => [name, routes.length])).toEqual([
      ['blue', 3],
      ['green', 3],
    ]);
    expect(after.apis.map(({ name, routes }) => [name, routes.length])).toEqual([['blue', 3]]);
  });

  it('hides a value that stops being secret on the side where it was not', () => {
    expect(before.clients[0]?.name).toEqual({ unknown: true, sensitive: true });
    expect(after.clients[0]?.name).toEqual({ unknown: true, sensitive: true });
    expect(JSON.stringify([created, before, after])).not.toContain('canary');
  });
});
