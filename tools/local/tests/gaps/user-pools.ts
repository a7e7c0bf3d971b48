import { source } from '../../testing/conformance';
import { type IdentityGap, identityGapsFrom } from './gap';
import { makeUserPool } from './user-pool';

const gap = identityGapsFrom(makeUserPool);

/** What a Cognito user pool, its clients, scopes and domain keep when they change. */
export const userPools: IdentityGap[] = [
  gap(
    'UpdateUserPool: keeps UsernameAttributes and the other settings made for good',
    source.userPools('UpdateUserPool'),
    async (aws, { UserPoolId }) => {
      await aws.idp('UpdateUserPool', { UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 14 } } });
      const { UserPool } = await aws.idp('DescribeUserPool', { UserPoolId });
      expect(UserPool).toMatchObject({
        UsernameAttributes: ['email'],
        UsernameConfiguration: { CaseSensitive: false },
        UserPoolTags: { a: '1' },
        Policies: { PasswordPolicy: { MinimumLength: 14 } },
      });
      expect(UserPool.AutoVerifiedAttributes ?? []).toEqual([]);
    },
  ),
  gap(
    'DescribeUserPool: defaults of tier and deletion protection',
    source.userPools('CreateUserPool'),
    async (aws, { UserPoolId }) => {
      const { UserPool } = await aws.idp('DescribeUserPool', { UserPoolId });
      expect(UserPool).toMatchObject({ UserPoolTier: 'ESSENTIALS', DeletionProtection: 'INACTIVE' });
    },
  ),
  gap(
    'DescribeUserPool: tells the MFA setting that SetUserPoolMfaConfig made',
    source.userPools('SetUserPoolMfaConfig'),
    async (aws, { UserPoolId }) => {
      await aws.idp('UpdateUserPool', { UserPoolId, MfaConfiguration: 'OFF' });
      await aws.idp('SetUserPoolMfaConfig', {
        UserPoolId,
        MfaConfiguration: 'OPTIONAL',
        SoftwareTokenMfaConfiguration: { Enabled: true },
      });
      const { UserPool } = await aws.idp('DescribeUserPool', { UserPoolId });
      expect(UserPool.MfaConfiguration).toBe('OPTIONAL');
    },
  ),
  gap(
    'DeleteUserPool: refuses a protected pool',
    source.cognitoGuide('user-pool-settings-deletion-protection'),
    async (aws, { UserPoolId }) => {
      await aws.idp('UpdateUserPool', { UserPoolId, DeletionProtection: 'ACTIVE' });
      await expect(aws.idp('DeleteUserPool', { UserPoolId })).rejects.toMatchObject({
        code: 'InvalidParameterException',
        reason: expect.stringContaining('deletion protection is activated'),
      });
    },
  ),
  gap(
    'DeleteUserPool: refuses a pool that has a domain',
    source.userPools('DeleteUserPool'),
    async (aws, { UserPoolId }) => {
      await aws.idp('CreateUserPoolDomain', { UserPoolId, Domain: 'has-a-domain' });
      await expect(aws.idp('DeleteUserPool', { UserPoolId })).rejects.toMatchObject({
        code: 'InvalidParameterException',
        reason: expect.stringContaining('domain'),
      });
    },
  ),
  gap(
    'CreateUserPool: an id of nine letters or digits, the same after each start, whatever the tags',
    source.userPools('UserPoolType'),
    async (aws) => {
      const create = async (UserPoolTags: object) =>
        (await aws.idp('CreateUserPool', { PoolName: 'twins', UserPoolTags })).UserPool;
      const [one, two] = [await create({ a: '1', b: '2' }), await create({ b: '2', a: '1' })];
      expect([one.Id, two.Id]).toEqual(['eu-west-1_8opAX1wFc', 'eu-west-1_S3Vx0AYXH']);
      const found = await aws.idp('DescribeUserPool', { UserPoolId: two.Id });
      expect(found.UserPool.Arn).toBe(`arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${two.Id}`);
    },
  ),
  gap(
    'CreateUserPoolClient: an id of 26 and a secret of 52 lower-case letters or digits',
    source.userPools('UserPoolClientType'),
    async (aws, { UserPoolId }) => {
      const settings = { UserPoolId, ClientName: 'twins', GenerateSecret: true };
      const create = async () => (await aws.idp('CreateUserPoolClient', settings)).UserPoolClient;
      const [one, two] = [await create(), await create()];
      for (const { ClientId, ClientSecret } of [one, two]) {
        expect(ClientId).toMatch(/^[0-9a-z]{26}$/);
        expect(ClientSecret).toMatch(/^[0-9a-z]{52}$/);
      }
      expect(two.ClientId).not.toBe(one.ClientId);
      expect(two.ClientSecret).not.toBe(one.ClientSecret);
    },
  ),
  gap(
    'UpdateUserPoolClient: what is not named goes back to its default',
    source.userPools('UpdateUserPoolClient'),
    async (aws, { UserPoolId, app }) => {
      await aws.idp('UpdateUserPoolClient', { UserPoolId, ClientId: app, RefreshTokenValidity: 2 });
      const { UserPoolClient } = await aws.idp('DescribeUserPoolClient', { UserPoolId, ClientId: app });
      expect(UserPoolClient).toMatchObject({ ClientName: 'app', RefreshTokenValidity: 2 });
      expect(UserPoolClient.AccessTokenValidity).toBeUndefined();
    },
  ),
  gap(
    'CreateUserPoolClient, UpdateUserPoolClient: refuse an identity provider that the pool does not have',
    source.userPools('CreateUserPoolClient'),
    async (aws, { UserPoolId, app: ClientId }) => {
      const none = { UserPoolId, ClientName: 'no-provider', SupportedIdentityProviders: ['COGNITO', 'Google'] };
      const refused = {
        code: 'InvalidParameterException',
        reason: `The provider Google does not exist for User Pool ${UserPoolId}.`,
      };
      await expect(aws.idp('CreateUserPoolClient', none)).rejects.toMatchObject(refused);
      await expect(aws.idp('UpdateUserPoolClient', { ...none, ClientId })).rejects.toMatchObject(refused);
      const { UserPoolClients } = await aws.idp('ListUserPoolClients', { UserPoolId, MaxResults: 60 });
      expect(UserPoolClients).not.toContainEqual(expect.objectContaining({ ClientName: 'no-provider' }));
    },
  ),
  gap('UpdateResourceServer', source.userPools('UpdateResourceServer'), async (aws, { UserPoolId }) => {
    const Scopes = [{ ScopeName: 'write', ScopeDescription: 'Write' }];
    await aws.idp('UpdateResourceServer', { UserPoolId, Identifier: 'reports', Name: 'Papers', Scopes });
    const { ResourceServer } = await aws.idp('DescribeResourceServer', { UserPoolId, Identifier: 'reports' });
    expect(ResourceServer).toEqual({ UserPoolId, Identifier: 'reports', Name: 'Papers', Scopes });
  }),
  gap('DeleteResourceServer', source.userPools('DeleteResourceServer'), async (aws, { UserPoolId }) => {
    await aws.idp('DeleteResourceServer', { UserPoolId, Identifier: 'reports' });
    await expect(aws.idp('DescribeResourceServer', { UserPoolId, Identifier: 'reports' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  }),
  gap(
    'ListResourceServers: refuses a pool that does not exist',
    source.userPools('ListResourceServers'),
    async (aws) => {
      const list = aws.idp('ListResourceServers', { UserPoolId: 'eu-west-1_gone', MaxResults: 10 });
      await expect(list).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    },
  ),
  gap(
    'TagResource, UntagResource, ListTagsForResource of a user pool',
    source.userPools('TagResource'),
    async (aws, { UserPoolId, arn }) => {
      await aws.idp('TagResource', { ResourceArn: arn, Tags: { b: '2' } });
      await aws.idp('UntagResource', { ResourceArn: arn, TagKeys: ['a'] });
      expect(await aws.idp('ListTagsForResource', { ResourceArn: arn })).toEqual({ Tags: { b: '2' } });
      const { UserPool } = await aws.idp('DescribeUserPool', { UserPoolId });
      expect(UserPool.UserPoolTags).toEqual({ b: '2' });
    },
  ),
  gap(
    'CreateUserPoolDomain: refuses a domain taken',
    source.userPools('CreateUserPoolDomain'),
    async (aws, { UserPoolId }) => {
      await aws.idp('CreateUserPoolDomain', { UserPoolId, Domain: 'taken-once' });
      const again = aws.idp('CreateUserPoolDomain', { UserPoolId, Domain: 'taken-once' });
      await expect(again).rejects.toMatchObject({ code: 'InvalidParameterException' });
    },
  ),
  gap(
    'DescribeUserPoolDomain: the account, the version and the login pages',
    source.userPools('DescribeUserPoolDomain'),
    async (aws, { UserPoolId }) => {
      await aws.idp('CreateUserPoolDomain', { UserPoolId, Domain: 'described', ManagedLoginVersion: 2 });
      const { DomainDescription } = await aws.idp('DescribeUserPoolDomain', { Domain: 'described' });
      expect(DomainDescription).toMatchObject({
        AWSAccountId: '123456789012',
        ManagedLoginVersion: 2,
        Version: expect.stringMatching(/^\d+$/),
        S3Bucket: expect.any(String),
      });
    },
  ),
];
