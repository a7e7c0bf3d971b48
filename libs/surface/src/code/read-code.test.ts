import { accessChanges } from '../difference/access-changes';
import { differences } from '../difference/differences';
import { readPlans } from '../read-plans';
import type { SynthesizedStack } from '../synth/resources';

const backend = (key: string) => ({ backend: { s3: { bucket: 'state', key } } });
const identity = {
  terraform: backend('identity'),
  resource: { aws_cognito_user_pool: { people: { name: 'people' } } },
  output: { pool: { value: '${aws_cognito_user_pool.people.arn}' } },
};

/** An API whose one route takes tokens of the pool of another stack. */
function api(authorization: string, more: object = {}): SynthesizedStack {
  return {
    terraform: backend('api'),
    data: { terraform_remote_state: { identity: { backend: 's3', config: { bucket: 'state', key: 'identity' } } } },
    resource: {
      aws_api_gateway_rest_api: { shop: { name: 'shop' } },
      aws_api_gateway_authorizer: {
        people: {
          rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
          name: 'people',
          type: 'COGNITO_USER_POOLS',
          provider_arns: ['${data.terraform_remote_state.identity.outputs.pool}'],
        },
      },
      aws_api_gateway_method: {
        root: {
          rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
          resource_id: '${aws_api_gateway_rest_api.shop.root_resource_id}',
          http_method: 'GET',
          authorization,
          ...(authorization === 'NONE' ? {} : { authorizer_id: '${aws_api_gateway_authorizer.people.id}' }),
        },
      },
      ...more,
    },
  };
}

const rowsOf = (read: ReturnType<typeof readPlans>) =>
  accessChanges(read).map(({ route, before, after }) => [route, before, after]);
const rulesOf = (read: ReturnType<typeof readPlans>) =>
  differences(read).map(({ severity, rule, address }) => `${severity} ${rule} ${address}`);

/** Both stacks from code. */
const fromCode = (before: Record<string, SynthesizedStack>, after: Record<string, SynthesizedStack>) =>
  readPlans({}, after, { stacks: Object.keys(after), before, after });

it('says what a change of the code does to access', () => {
  const read = fromCode({ identity, api: api('COGNITO_USER_POOLS') }, { identity, api: api('NONE') });

  expect(rowsOf(read)).toEqual([['GET /', 'signed-in user (ID token)', 'anyone']]);
  expect(rulesOf(read)).toContain('critical route-public aws_api_gateway_method.root');
  expect(read.plans.map(({ changes }) => changes.filter(({ action }) => action !== 'no-op'))).toMatchObject([
    [],
    [{ address: 'aws_api_gateway_method.root', action: 'update', changed: ['authorization', 'authorizer_id'] }],
  ]);
  expect(read.plans.map(({ status }) => status.fromCode)).toEqual([true, true]);
});

it('finds nothing where the code says the same', () => {
  const both = { identity, api: api('COGNITO_USER_POOLS') };
  const read = fromCode(both, both);

  expect([rowsOf(read), rulesOf(read)]).toEqual([[], []]);
});

it('takes everything as new where the base has no such stack', () => {
  const read = fromCode({}, { identity, api: api('NONE') });

  expect(rowsOf(read)).toEqual([['GET /', undefined, 'anyone']]);
  expect(read.plans[1]?.changes.map(({ action }) => action)).toEqual(['create', 'create', 'create']);
});

it('knows what the plan of another stack knows', () => {
  const pool = {
    id: 'eu-west-1_a',
    arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a',
    name: 'people',
  };
  const planned = {
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_cognito_user_pool.people',
        mode: 'managed',
        type: 'aws_cognito_user_pool',
        name: 'people',
        change: { actions: ['no-op'], before: pool, after: pool, after_unknown: {} },
      },
    ],
  };
  const after = { identity, api: api('COGNITO_USER_POOLS') };
  const read = readPlans({ identity: planned }, after, { stacks: ['api'], before: { identity }, after });

  expect(read.after.apis[0]?.authorizers[0]?.userPoolArns).toEqual([pool.arn]);
  expect(read.plans.map(({ stack, status }) => [stack, status.fromCode])).toEqual([
    ['identity', undefined],
    ['api', true],
  ]);
});

it('follows moved blocks, and tells what replaces a resource where something is lost by it', () => {
  const pools = (name: string, more: object): SynthesizedStack => ({
    ...identity,
    resource: { aws_cognito_user_pool: { [name]: { name: 'people', ...more } } },
  });
  const moved = {
    ...pools('users', {}),
    moved: [{ from: 'aws_cognito_user_pool.people', to: 'aws_cognito_user_pool.users' }],
  };
  const replaced = pools('people', { alias_attributes: ['email'] });

  const [afterMove] = fromCode({ identity: pools('people', {}) }, { identity: moved }).plans;
  const read = fromCode({ identity: pools('people', {}) }, { identity: replaced });

  expect(afterMove?.changes).toMatchObject([
    { address: 'aws_cognito_user_pool.users', action: 'no-op', previousAddress: 'aws_cognito_user_pool.people' },
  ]);
  expect(read.plans[0]?.changes).toMatchObject([{ action: 'replace', replacePaths: ['alias_attributes'] }]);
  expect(rulesOf(read)).toContain('critical user-pool-lost aws_cognito_user_pool.people');
});
