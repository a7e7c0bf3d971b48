import { awsThatHas, type Has, talkingTo } from '../../testing/aws-that-has';
import { temporaryFolder, writeStack } from '../../testing/stack';
import { readStackConfig } from '../stack-config';
import { type Stack } from '../stacks';
import { lookInAws } from './find-left-behind';

const AT = '2026-03-01T10:00:00.000Z';
const BEFORE = '2026-03-01T09:50:00.000Z';
const AFTER = '2026-03-01T10:00:01.000Z';
const seconds = (text: string): number => Date.parse(text) / 1000;

const POOL = 'aws_cognito_user_pool.users';
const CLIENT = 'aws_cognito_user_pool_client.app';
const IDENTITY_POOL = 'aws_cognito_identity_pool.guests';
const REST_API = 'aws_api_gateway_rest_api.api';
const HTTP_API = 'aws_apigatewayv2_api.web';

const DEFAULTS = { default_tags: [{ tags: { environment: 'dev' } }] };
const RESOURCE = {
  aws_cognito_user_pool: { users: { name: 'users' } },
  aws_cognito_user_pool_client: { app: { name: 'app', user_pool_id: 'p1' } },
  aws_cognito_identity_pool: { guests: { identity_pool_name: 'guests' } },
  aws_api_gateway_rest_api: {
    api: { name: 'orders', tags: { team: 'a', cell: '${aws_x.y.id}' } },
    computed: { name: '${aws_x.y.id}' },
    other: { name: 'orders', provider: 'aws.gone' },
  },
  aws_apigatewayv2_api: { web: { name: 'web' } },
  aws_sqs_queue: { queue: { name: 'queue' } },
};
const tags = { environment: 'dev', team: 'a', 'aws:more': 'x' };
const restApi = { id: 'a1', name: 'orders', createdDate: seconds(AFTER), tags };

/** A stack that talks to an AWS with just this. */
async function stackIn(has: Has, provider: object = DEFAULTS): Promise<{ stack: Stack; endpoint: string }> {
  const endpoint = await awsThatHas(has);
  const config = { ...talkingTo(endpoint, 'dev/api.tfstate', provider), resource: RESOURCE };
  return { endpoint, stack: writeStack('dev-api', config) };
}

/** Looks for what it was making since `AT`. */
function look(stack: Stack, address: string, all: readonly Stack[] = [stack]) {
  const [type = '', name = ''] = address.split('.').slice(-2);
  const block = readStackConfig(stack).resource?.[type]?.[name];
  const attribute = (wanted: string) => {
    const value = block?.[wanted] as string | undefined;
    return value?.includes('${') ? undefined : value;
  };
  return lookInAws(stack, all)({ entry: { address, type, name, at: AT }, attribute });
}

const idsOf = (found: Awaited<ReturnType<typeof look>>): unknown =>
  'unknown' in found ? found : found.map((text) => /: (\S+?)(?:,|\n)/.exec(text)?.[1]);

describe('what an apply made at the moment when it was killed', () => {
  it('is a REST API with its name, its tags and of that time, on any page, with a command for either end', async () => {
    const { endpoint, stack } = await stackIn({
      restApis: [
        [
          { ...restApi, id: 'other-name', name: 'orders-2' },
          { ...restApi, id: 'other-environment', tags: { ...tags, environment: 'dev2' } },
          { ...restApi, id: 'no-tags', tags: undefined },
          { ...restApi, id: 'before', createdDate: seconds(BEFORE) },
        ],
        [restApi],
      ],
    });

    expect(await look(stack, REST_API)).toEqual([
      [
        'aws_api_gateway_rest_api.api: a1, made at 2026-03-01T10:00:01.000Z',
        "  to take it over: npx nx import-resource dev --stack=dev-api --address='aws_api_gateway_rest_api.api' --id='a1'",
        `  or to remove it: aws apigateway delete-rest-api --rest-api-id a1 --region eu-west-1 --endpoint-url ${endpoint}`,
      ].join('\n'),
    ]);
  });

  it('is an HTTP API, on any page', async () => {
    const api = { apiId: 'h1', name: 'web', createdDate: AFTER, tags: { environment: 'dev' } };
    const old = { ...api, apiId: 'h0', createdDate: BEFORE };
    const { stack } = await stackIn({ httpApis: [[old], [api]] });

    expect(await look(stack, HTTP_API)).toEqual([
      expect.stringContaining('aws apigatewayv2 delete-api --api-id h1 --region eu-west-1'),
    ]);
  });

  it('is a user pool, on any page, whose protection from deletion is lifted first', async () => {
    const pool = { Id: 'p1', Name: 'users', CreationDate: seconds(AFTER), UserPoolTags: { environment: 'dev' } };
    const { endpoint, stack } = await stackIn({
      pools: [
        [
          { ...pool, Id: 'p2', UserPoolTags: { environment: 'prod' } },
          { ...pool, Id: 'p3', Name: 'users-of-prod' },
        ],
        [{ ...pool, DeletionProtection: 'ACTIVE' }],
      ],
    });
    const where = `--region eu-west-1 --endpoint-url ${endpoint}`;

    expect(await look(stack, POOL)).toEqual([
      [
        'aws_cognito_user_pool.users: p1, made at 2026-03-01T10:00:01.000Z',
        "  to take it over: npx nx import-resource dev --stack=dev-api --address='aws_cognito_user_pool.users' --id='p1'",
        `  or to remove it: aws cognito-idp update-user-pool --user-pool-id p1 --deletion-protection INACTIVE ${where}` +
          ` && aws cognito-idp delete-user-pool --user-pool-id p1 ${where}`,
      ].join('\n'),
    ]);
  });

  it('is a client of its pool, which takes no tags, on any page', async () => {
    const client = { ClientId: 'c1', ClientName: 'app', CreationDate: seconds(AFTER) };
    const { stack } = await stackIn({
      clients: [[{ ...client, ClientId: 'c0', CreationDate: seconds(BEFORE) }], [client]],
    });

    expect(await look(stack, CLIENT)).toEqual([
      expect.stringMatching(
        /--id='p1\/c1'\n.* aws cognito-idp delete-user-pool-client --user-pool-id p1 --client-id c1 --region eu-west-1/,
      ),
    ]);
  });

  it('is an identity pool, on any page, of which AWS does not say when it was made', async () => {
    const pool = {
      IdentityPoolId: 'eu-west-1:1',
      IdentityPoolName: 'guests',
      IdentityPoolTags: { environment: 'dev' },
    };
    const { stack } = await stackIn({
      identityPools: [
        [
          { ...pool, IdentityPoolId: 'eu-west-1:2', IdentityPoolName: 'guests-2' },
          { ...pool, IdentityPoolId: 'eu-west-1:3', IdentityPoolTags: undefined },
        ],
        [pool],
      ],
    });

    expect(await look(stack, IDENTITY_POOL)).toEqual([
      expect.stringMatching(
        /^aws_cognito_identity_pool.guests: eu-west-1:1\n.*--id='eu-west-1:1'\n.* aws cognito-identity delete-identity-pool --identity-pool-id eu-west-1:1 --region eu-west-1/,
      ),
    ]);
  });

  it('may be one of which AWS does not say when it was made', async () => {
    const { stack } = await stackIn({ restApis: [[{ ...restApi, createdDate: undefined }]] });

    expect(await look(stack, REST_API)).toEqual([expect.stringMatching(/^aws_api_gateway_rest_api.api: a1\n/)]);
  });

  it('is nothing when AWS has none', async () => {
    expect(await look((await stackIn({})).stack, REST_API)).toEqual([]);
  });

  it('is nothing that a state has: of another stack, of one that was removed, or one that was not written', async () => {
    const folder = temporaryFolder();
    const ids = ['own', 'neighbours', 'removed', 'not-written', 'left'];
    const endpoint = await awsThatHas({
      restApis: [ids.map((id) => ({ ...restApi, id }))],
      states: {
        'dev/api.tfstate': stateWith('aws_api_gateway_rest_api', 'own'),
        'dev/shop.tfstate': stateWith('aws_api_gateway_rest_api', 'neighbours'),
        'dev/old.tfstate': stateWith('aws_api_gateway_rest_api', 'removed'),
        'dev/lost/shop.tfstate': stateWith('aws_api_gateway_rest_api', 'not-written'),
        'dev/queues.tfstate': stateWith('aws_sqs_queue', 'left'),
      },
    });
    const [api, shop] = ['api', 'shop'].map((name) => {
      const config = { ...talkingTo(endpoint, `dev/${name}.tfstate`, DEFAULTS), resource: RESOURCE };
      return writeStack(`dev-${name}`, config, folder);
    }) as [Stack, Stack];

    expect(idsOf(await look(api, REST_API, [api, shop]))).toEqual(['left']);
  });

  it('is looked for in the region of its provider', async () => {
    const { stack } = await stackIn(
      { restApis: [[restApi]], signedFor: 'us-east-1/apigateway' },
      { ...DEFAULTS, region: 'us-east-1' },
    );

    expect(await look(stack, REST_API)).toEqual([expect.stringContaining(' --region us-east-1 ')]);
  });
});

describe('what cannot be known', () => {
  it.each([
    ['of another type', 'aws_sqs_queue.queue', 'resources of its type are not looked for'],
    ['in a module', 'module.shop.aws_api_gateway_rest_api.api', 'it is in a module'],
    ['with a computed name', 'aws_api_gateway_rest_api.computed', 'its name is known only when it is made'],
    ['of a provider that is gone', 'aws_api_gateway_rest_api.other', 'the stack has no such provider'],
  ])('is what AWS has %s', async (_, address, unknown) => {
    expect(await look((await stackIn({ restApis: [[restApi]] })).stack, address)).toEqual({ unknown });
  });

  it.each([
    [POOL, 'ListUserPools', 'You are not authorized to perform ListUserPools'],
    [CLIENT, 'ListUserPoolClients', 'You are not authorized to perform ListUserPoolClients'],
    [
      IDENTITY_POOL,
      'ListIdentityPools',
      /^cognito-identity answered 403: .*not authorized to perform ListIdentityPools/,
    ],
    [HTTP_API, '/v2/apis', /^apigateway answered 403: .*not authorized to perform/],
  ])('of %s is what AWS refuses to list', async (address, refused, said) => {
    const unknown = typeof said === 'string' ? said : expect.stringMatching(said);

    expect(await look((await stackIn({ refused })).stack, address)).toEqual({ unknown });
  });

  it('is whose it is, when the stack sets no tags', async () => {
    const { stack } = await stackIn({ httpApis: [[{ apiId: 'h1', name: 'web', createdDate: AFTER }]] }, {});

    expect(await look(stack, HTTP_API)).toEqual({
      unknown: 'AWS has h1 with that name, and the stack sets no tags that would tell whether it is this one',
    });
  });

  it('is what other credentials than are here see, and what is in a region that is computed', async () => {
    const region = 'eu-west-1';
    const stackWith = (provider: object) =>
      writeStack('dev-api', { provider: { aws: [{ region, ...provider }] }, resource: RESOURCE });

    expect(await look(stackWith({ assume_role: [{ role_arn: 'r' }] }), REST_API)).toEqual({
      unknown: 'its provider takes other credentials than are here',
    });
    expect(await look(stackWith({ profile: 'other' }), REST_API)).toEqual({
      unknown: 'its provider takes other credentials than are here',
    });
    expect(await look(stackWith({ region: '${var.region}' }), REST_API)).toEqual({
      unknown: 'the region of its provider is not known',
    });
  });

  it('is whether a state has it, when a state cannot be read', async () => {
    const { stack } = await stackIn({ restApis: [[restApi]], states: { 'dev/api.tfstate': {} }, refused: '/state/' });

    expect(await look(stack, REST_API)).toEqual({ unknown: expect.stringContaining('s3://state') });
  });
});

const stateWith = (type: string, id: string) => ({
  ...{ version: 4, lineage: id, serial: 1 },
  resources: [{ mode: 'managed', type, name: 'it', instances: [{ attributes: { id } }] }],
});
