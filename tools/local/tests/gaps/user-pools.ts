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
    'CreateUserPool: two pools with the same settings are two pools',
    source.userPools('CreateUserPool'),
    async (aws) => {
      const settings = { PoolName: 'twins' };
      const one = await aws.idp('CreateUserPool', settings);
      const two = await aws.idp('CreateUserPool', settings);
      expect(two.UserPool.Id).not.toBe(one.UserPool.Id);
      const found = await aws.idp('DescribeUserPool', { UserPoolId: two.UserPool.Id });
      expect(found.UserPool.Arn).toContain(two.UserPool.Id);
    },
  ),
  gap(
    'CreateUserPoolClient: two clients with the same settings are two clients',
    source.userPools('CreateUserPoolClient'),
    async (aws, { UserPoolId }) => {
      const one = await aws.idp('CreateUserPoolClient', { UserPoolId, ClientName: 'twins' });
      const two = await aws.idp('CreateUserPoolClient', { UserPoolId, ClientName: 'twins' });
      expect(two.UserPoolClient.ClientId).not.toBe(one.UserPoolClient.ClientId);
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
