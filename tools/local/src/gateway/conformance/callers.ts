import { type PolicyDocument } from '@gatehouse/policy';
import { type Emulator } from '../../emulator';
import { type Caller, type CallerOf, callerOf } from '../../emulator/caller';
import { region } from '../testing/surface';

const account = '123456789012';
const poolId = `${region}:11111111-2222-3333-4444-555555555555`;
const provider = `cognito-idp.${region}.amazonaws.com/${region}_Users00001`;

/** A statement of a policy for `execute-api:Invoke`, on the API `iam` of these tests. */
export const allow = (route: string, more: object = {}) => ({
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: `arn:aws:execute-api:${region}:${account}:iam/local/${route}`,
  ...more,
});

const policy = (name: string, ...Statement: object[]): PolicyDocument => ({
  name: `inline policy "${name}"`,
  document: { Version: '2012-10-17', Statement },
});

/** Credentials of a role; distinct access keys, all else may be alike. */
function aCaller(role: string, statements: readonly object[], more: Partial<Caller> = {}): Caller {
  const { accountId = account } = more;
  return {
    accessKeyId: `ASIA${role.toUpperCase().replace(/\W/g, '')}`,
    secretAccessKey: `secret-of-${role}`,
    sessionToken: `token+of/${role}=`,
    expiration: new Date(Date.now() + 3_600_000).toISOString(),
    principal: {
      type: 'session',
      arn: `arn:aws:sts::${accountId}:assumed-role/${role}/session`,
      roleArn: `arn:aws:iam::${accountId}:role/${role}`,
    },
    accountId,
    userId: 'AROAEXAMPLE:session',
    identity: null,
    federated: {},
    tags: {},
    policies: { identity: [policy(role, ...statements)], boundary: null, session: [] },
    ...more,
  };
}

const whole = allow('*');
const deny = { ...allow('GET/prices'), Effect: 'Deny' };

/** Who signs in the rows of IAM routes. */
export const callers = {
  guest: aCaller('guest', [allow('GET/prices')], {
    identity: { id: `${region}:guest`, poolId, authenticated: false, amr: ['unauthenticated'], capped: true },
  }),
  person: aCaller('person', [whole], {
    identity: {
      id: `${region}:person`,
      poolId,
      authenticated: true,
      amr: ['authenticated', provider, `${provider}:CognitoSignIn:sub-1`],
      capped: false,
    },
    tags: { team: 'red' },
  }),
  own: aCaller('own', [allow('GET/items/${cognito-identity.amazonaws.com:sub}')], {
    identity: { id: `${region}:own`, poolId, authenticated: true, amr: ['authenticated', provider], capped: false },
  }),
  tagged: aCaller('tagged', [allow('GET/items/${aws:PrincipalTag/team}')], { tags: { team: 'red' } }),
  machine: aCaller('machine', [whole]),
  anyApi: aCaller('anyApi', [{ ...whole, Resource: '*' }]),
  nothing: aCaller('nothing', []),
  writer: aCaller('writer', [allow('POST/prices')]),
  elsewhere: aCaller('elsewhere', [allow('GET/other')]),
  otherStage: aCaller('otherStage', [{ ...allow(''), Resource: allow('').Resource.replace('/local/', '/prod/*') }]),
  items: aCaller('items', [allow('GET/items/*')]),
  denied: aCaller('denied', [whole, deny]),
  here: aCaller('here', [allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } } })]),
  away: aCaller('away', [allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })]),
  bounded: aCaller('bounded', [whole], {
    policies: { identity: [policy('bounded', whole)], boundary: policy('boundary', allow('POST/*')), session: [] },
  }),
  narrowed: aCaller('narrowed', [whole], {
    policies: { identity: [policy('narrowed', whole)], boundary: null, session: [policy('session', allow('POST/*'))] },
  }),
  foreign: aCaller('foreign', [whole], { accountId: '999999999999' }),
  foreignToAll: {
    ...aCaller('foreign', [{ ...whole, Resource: '*' }], { accountId: '999999999999' }),
    accessKeyId: 'ASIAFOREIGNTOALL',
  },
  expired: aCaller('expired', [], { expiration: new Date(Date.now() - 1000).toISOString() }),
} satisfies Record<string, Caller>;

/** Of the rows, or of the emulator. */
export const callersOf =
  ({ internal }: Pick<Emulator, 'internal'>): CallerOf =>
  async (accessKeyId) =>
    Object.values(callers).find((each) => each.accessKeyId === accessKeyId) ?? callerOf(internal, accessKeyId);
