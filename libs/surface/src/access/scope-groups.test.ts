import { accessChanges, accessOf, callerOf, readPlans, surfaceFromSynth } from '../index';

const stack = (groups: unknown) => ({
  resource: {
    aws_lambda_function: {
      claims: { function_name: 'claims', environment: { variables: { GROUP_SCOPES: groups, SECRET: 'canary' } } },
    },
    aws_cognito_user_pool: {
      people: {
        name: 'people',
        lambda_config: {
          pre_token_generation_config: { lambda_arn: '${aws_lambda_function.claims.arn}', lambda_version: 'V2_0' },
        },
      },
    },
    aws_api_gateway_rest_api: { api: { name: 'api' } },
    aws_api_gateway_authorizer: {
      people: {
        ...{ name: 'people', type: 'COGNITO_USER_POOLS', rest_api_id: '${aws_api_gateway_rest_api.api.id}' },
        provider_arns: ['${aws_cognito_user_pool.people.arn}'],
      },
    },
    aws_api_gateway_method: {
      get_root: {
        ...{ rest_api_id: '${aws_api_gateway_rest_api.api.id}', http_method: 'GET' },
        resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
        authorization: 'COGNITO_USER_POOLS',
        authorizer_id: '${aws_api_gateway_authorizer.people.id}',
        authorization_scopes: ['reports/read', 'reports/write'],
      },
    },
  },
});
const surfaceOf = (groups: unknown) => surfaceFromSynth([stack(groups)]);
const callers = (groups: unknown) => accessOf(surfaceOf(groups)).routes.map((route) => callerOf(route).words);

describe('the caller of a route whose scope is kept for groups', () => {
  it('is a member of one of them', () => {
    expect(callers('{"admins":["reports/write"],"editors":["reports/write"]}')).toEqual([
      'access token with reports/read or reports/write (groups admins, editors)',
    ]);
    expect(callers('{"admins":["reports/write"]}')).toEqual([
      'access token with reports/read or reports/write (group admins)',
    ]);
  });

  it.each(['not JSON', '["reports/write"]', '{"admins":"reports/write"}', '${var.groups}', undefined])(
    'is anyone with the scope where the function says %s',
    (groups) => {
      expect(callers(groups)).toEqual(['access token with reports/read or reports/write']);
    },
  );

  it('is named without the other variables of the function', () => {
    expect(JSON.stringify(surfaceOf('{"admins":["reports/write"]}'))).not.toContain('canary');
  });
});

describe('a change of the groups', () => {
  const plan = (before: string, after: string) => {
    const resources = Object.entries(stack('').resource).flatMap(([type, all]) =>
      Object.entries(all).map(([name, values]) => ({ type, name, values: applied(type, values) })),
    );
    const changes = resources.map(({ type, name, values }) => ({
      ...{ address: `${type}.${name}`, mode: 'managed', type, name },
      change: {
        actions: [type === 'aws_lambda_function' ? 'update' : 'no-op'],
        before: withGroups(type, values, before),
        after: withGroups(type, values, after),
        after_unknown: {},
      },
    }));
    return { api: { format_version: '1.2', resource_changes: changes } };
  };
  const effects = (before: string, after: string) =>
    accessChanges(readPlans(plan(before, after) as never)).map(({ route, effect, after: now }) => [route, effect, now]);

  it('loosens the routes that need their scope, and says for whom', () => {
    expect(effects('{"admins":["reports/write"]}', '{"admins":["reports/write"],"staff":["reports/write"]}')).toEqual([
      ['GET /', 'loosened', 'access token with reports/read or reports/write (groups admins, staff)'],
    ]);
    expect(effects('{"admins":["reports/write"]}', '{}')).toEqual([
      ['GET /', 'loosened', 'access token with reports/read or reports/write'],
    ]);
  });

  it('is no loosening where fewer get it', () => {
    const [two, one] = ['{"admins":["reports/write"],"staff":["reports/write"]}', '{"staff":["reports/write"]}'];
    expect(effects(two, one)).toEqual([
      ['GET /', 'changed', 'access token with reports/read or reports/write (group staff)'],
    ]);
    expect(effects('{}', '{"admins":["reports/write"]}')).toEqual([
      ['GET /', 'changed', 'access token with reports/read or reports/write (group admins)'],
    ]);
  });
});

/** What is applied has ids and ARNs. */
const applied = (type: string, values: object): object =>
  JSON.parse(
    JSON.stringify({ id: type, arn: `arn:${type}`, root_resource_id: 'root', ...values })
      .replace(/\$\{(\w+)\.\w+\.id\}/g, '$1')
      .replace(/\$\{(\w+)\.\w+\.arn\}/g, 'arn:$1')
      .replace(/\$\{\w+\.\w+\.root_resource_id\}/g, 'root'),
  ) as object;

const withGroups = (type: string, values: object, groups: string): object =>
  type !== 'aws_lambda_function'
    ? blocks(values)
    : { ...values, environment: [{ variables: { GROUP_SCOPES: groups } }] };

/** Plans have blocks as lists. */
const blocks = (values: object): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'lambda_config' ? [{ pre_token_generation_config: [value.pre_token_generation_config] }] : value,
    ]),
  );

it('is of scopes with any name', () => {
  const named = JSON.stringify(stack(JSON.stringify({ admins: ['reports/write'] }))).replaceAll(
    'reports/read',
    'constructor',
  );
  const surface = surfaceFromSynth({ api: JSON.parse(named) as object as never });
  const [route] = accessOf(surface).routes;
  expect(route && callerOf(route).words).toContain('access token with constructor or reports/write (group admins)');
});
