import { form, json, s3 } from './requests';
import { expectAllowed, expectDenied, grant, type RoleRow } from './row';
import { type Keys, type Sent } from './wire';
import { type Statement, type World } from './world';

const page = 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html';
const host = 'cognito-identity.amazonaws.com';
const capped = 'because no session policy allows';

const row = (name: string, inline: Statement[], sent: Sent | ((id: string) => Sent), because?: string): RoleRow => ({
  name,
  source: page,
  prove: async (world) => {
    const { id, keys } = await guest(world, inline);
    const answer = await world.send(typeof sent === 'function' ? sent(id) : sent, keys);
    if (because === undefined) expectAllowed(answer);
    else expectDenied(answer, because);
  },
});

/** Credentials of a guest of a new identity pool, whose role has these statements. */
async function guest(world: World, inline: Statement[]): Promise<{ readonly id: string; readonly keys: Keys }> {
  const trust = [{ Effect: 'Allow', Principal: { Federated: host }, Action: 'sts:AssumeRoleWithWebIdentity' }];
  const { arn, name } = await world.role({ inline, trust });
  const settings = { IdentityPoolName: name, AllowUnauthenticatedIdentities: true };
  const { IdentityPoolId } = await asked(world, 'CreateIdentityPool', settings);
  const Roles = { unauthenticated: arn };
  await world.deploy(json('cognito-identity', 'SetIdentityPoolRoles', { IdentityPoolId, Roles }));
  const { IdentityId } = await asked(world, 'GetId', { IdentityPoolId });
  const { Credentials } = await asked(world, 'GetCredentialsForIdentity', { IdentityId });
  const { AccessKeyId, SecretKey, SessionToken } = Credentials as unknown as Record<string, string>;
  const keys = { accessKeyId: AccessKeyId!, secretAccessKey: SecretKey!, sessionToken: SessionToken };
  return { id: IdentityId as string, keys };
}

async function asked(world: World, operation: string, parameters: object): Promise<Record<string, string>> {
  const { text } = await world.deploy(json('cognito-identity', operation, parameters));
  return JSON.parse(text) as Record<string, string>;
}

const all = [grant('*')];
const item = (pk: string) => json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: pk } } });
const own = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [`\${${host}:sub}`] } };

/** Guests of an identity pool. */
export const guests: RoleRow[] = [
  row('A guest may do what its role allows', [grant('dynamodb:GetItem')], item('a')),
  row('A guest whose role allows nothing cannot list buckets', [], s3('GET', '/'), 'because no identity-based policy'),
  row(
    'Secrets are closed to guests, whatever their role allows',
    all,
    json('secretsmanager', 'GetSecretValue', { SecretId: 'db' }),
    capped,
  ),
  row('So are parameters', all, json('ssm', 'GetParameter', { Name: '/shop/url' }), capped),
  row('So is IAM', all, form('iam', 'ListRoles'), capped),
  row(
    'So is STS',
    all,
    form('sts', 'AssumeRole', { RoleArn: 'arn:aws:iam::123456789012:role/role-1', RoleSessionName: 's' }),
    'not authorized to perform: sts:AssumeRole',
  ),
  row('S3 is open to them where the role allows it', all, s3('GET', '/prices/a/one.txt')),
  row('A guest reads the items of its own identity', [grant('dynamodb:GetItem', '*', own)], item),
  row('and of no other', [grant('dynamodb:GetItem', '*', own)], item('a'), 'because no identity-based policy'),
  row(
    'amr tells guests in a policy',
    [grant('dynamodb:*', '*', { 'ForAnyValue:StringLike': { [`${host}:amr`]: 'authenticated' } })],
    item('a'),
    'because no identity-based policy',
  ),
  {
    name: 'The terminal says that no policy can give a guest what Cognito withholds',
    source: page,
    prove: async (world) => {
      const { keys } = await guest(world, all);
      world.printed();
      await world.send(form('iam', 'ListRoles'), keys);
      expect(world.printed()).toContain(
        "Guests never have this: Cognito's own session policies for them do not allow it, whatever the role says.",
      );
    },
  },
];
