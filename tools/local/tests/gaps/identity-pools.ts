import { source } from '../../testing/conformance';
import { type IdentityGap, identityGapsFrom } from './gap';

const gap = identityGapsFrom(async () => ({}));

const identityPool = { IdentityPoolName: 'users', AllowUnauthenticatedIdentities: false };

/** What Cognito identity pools keep. */
export const identityPools: IdentityGap[] = [
  gap(
    'Identity pool: SetIdentityPoolRoles, GetIdentityPoolRoles',
    source.identityPools('SetIdentityPoolRoles'),
    async (aws) => {
      const { IdentityPoolId } = await aws.identity('CreateIdentityPool', identityPool);
      const Roles = { authenticated: 'arn:aws:iam::123456789012:role/a' };
      await aws.identity('SetIdentityPoolRoles', { IdentityPoolId, Roles });
      expect(await aws.identity('GetIdentityPoolRoles', { IdentityPoolId })).toMatchObject({
        IdentityPoolId,
        Roles,
      });
    },
  ),
  gap(
    'Identity pool: TagResource, UntagResource, ListTagsForResource',
    source.identityPools('TagResource'),
    async (aws) => {
      const { IdentityPoolId } = await aws.identity('CreateIdentityPool', {
        ...identityPool,
        IdentityPoolTags: { a: '1' },
      });
      const ResourceArn = `arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/${IdentityPoolId}`;
      await aws.identity('TagResource', { ResourceArn, Tags: { b: '2' } });
      await aws.identity('UntagResource', { ResourceArn, TagKeys: ['a'] });
      expect(await aws.identity('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { b: '2' } });
    },
  ),
  gap(
    'Identity pool: UpdateIdentityPool changes the name and AllowClassicFlow',
    source.identityPools('UpdateIdentityPool'),
    async (aws) => {
      const { IdentityPoolId } = await aws.identity('CreateIdentityPool', identityPool);
      const changed = { ...identityPool, IdentityPoolId, IdentityPoolName: 'people', AllowClassicFlow: true };
      await aws.identity('UpdateIdentityPool', changed);
      expect(await aws.identity('DescribeIdentityPool', { IdentityPoolId })).toMatchObject(changed);
    },
  ),
];
