import { type PolicyStatement, type RestApi, type Role } from '@gatehouse/surface';
import { anApi, aRoute, aStage, aSurface } from '../gateway/testing/surface';
import { type Caller } from './callers';
import { routeChecks } from './route-checks';

const keys = { accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'token' };
const expiredKeys = { ...keys, accessKeyId: 'ASIA2' };
const arnOf = (role: string) => `arn:aws:iam::123456789012:role/${role}`;

const signedBy = (role: string, identity?: NonNullable<Caller['signs']>['identity']): Caller => ({
  name: `signed by ${role}`,
  signs: { keys, roleArn: arnOf(role), sessionName: 'test', identity },
});

const callers: Caller[] = [
  { name: 'without a token' },
  { name: 'with the ID token', shows: { token: 'id', use: 'id', scopes: [], poolArn: 'arn', audience: 'app' } },
  signedBy('guest', { id: 'eu-west-1:1', poolId: 'eu-west-1:2', guest: true }),
  signedBy('other'),
  signedBy('managed'),
];

const statement = (effect: 'Allow' | 'Deny', more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  effect,
  principals: [],
  notPrincipals: [],
  actions: ['execute-api:Invoke'],
  notActions: [],
  resources: [`${anApi().executionArn}/local/GET/prices`],
  notResources: [],
  conditions: [],
  ...more,
});

const role = (name: string, statements: readonly PolicyStatement[], managedPolicyArns: string[] = []): Role => ({
  address: `aws_iam_role.${name}`,
  arn: arnOf(name),
  name,
  trust: [],
  policies: statements.length > 0 ? [{ address: `aws_iam_role_policy.${name}`, statements }] : [],
  managedPolicyArns,
});

const roles = [
  role('guest', [statement('Allow')]),
  role('other', []),
  role('managed', [], ['arn:aws:iam::aws:policy/AdministratorAccess']),
];

async function checksOf(api: Partial<RestApi>) {
  const found = await routeChecks(anApi(api), {
    surface: aSurface({ roles }),
    boundary: 'arn:aws:iam::123456789012:policy/boundary',
    stage: aStage(),
    callers,
    sign: () => Promise.resolve('token'),
    expiredKeys,
  });
  const statuses = found.checks.map(({ expected: { status }, name }) => [name.replace(/^\S+ \S+ /, ''), status]);
  return { ...found, statuses: Object.fromEntries(statuses) as Record<string, unknown> };
}

const mock = { ...aRoute('GET /prices').integration!, type: 'MOCK' } as const;
const prices = aRoute('GET /prices', { auth: { kind: 'iam' }, integration: mock });

describe('an IAM route', () => {
  it('is for those whose role may call it, by a signature that is good', async () => {
    const { checks, notTried, statuses } = await checksOf({ routes: [prices] });

    expect(statuses).toEqual({
      'without a token': 403,
      'with the ID token': 403,
      'signed by guest': 'let in',
      'signed by other': 403,
      'signed with a wrong secret': 403,
      'signed with an unknown key': 403,
      'signed with expired credentials': 403,
      'signed ten minutes ago': 403,
    });
    expect(notTried).toEqual([{ name: 'GET /prices signed by managed', why: 'not all of its policies are here' }]);
    const expired = checks.find(({ name }) => name.endsWith('expired credentials'));
    expect(expired).toMatchObject({
      sign: { keys: expiredKeys, region: 'eu-west-1' },
      expected: { body: '{"message":"The security token included in the request is expired"}' },
    });
  });

  it('is closed where the resource policy denies it, and open where that allows the role', async () => {
    const denied = await checksOf({ routes: [prices], policy: [statement('Deny', { principals: ['*'] })] });
    expect(denied.statuses).toMatchObject({ 'signed by guest': 403, 'signed by other': 403 });

    const allowed = statement('Allow', { principals: [`AWS:${arnOf('other')}`], resources: ['execute-api:/*'] });
    expect((await checksOf({ routes: [prices], policy: [allowed] })).statuses).toMatchObject({
      'signed by other': 'let in',
    });
  });
});

describe('a route for everyone', () => {
  it('is not tried with signatures, which it does not look at', async () => {
    const { statuses } = await checksOf({ routes: [aRoute('GET /prices', { integration: mock })] });

    expect(statuses).toEqual({ 'without a token': 'let in', 'with the ID token': 'let in' });
  });

  it('is closed where a resource policy does not allow everyone', async () => {
    const policy = [statement('Allow', { principals: [`AWS:${arnOf('other')}`] })];
    const { statuses } = await checksOf({ routes: [aRoute('GET /prices', { integration: mock })], policy });

    expect(statuses).toEqual({ 'without a token': 403, 'with the ID token': 403 });
  });
});
