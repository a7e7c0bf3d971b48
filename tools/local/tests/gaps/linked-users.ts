import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { makeUserPool } from './user-pool';

const gap = identityGapsFrom(async (aws) => {
  const made = await makeUserPool(aws);
  await aws.idp('CreateIdentityProvider', {
    UserPoolId: made.UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'a', client_secret: 'b', authorize_scopes: 'openid' },
  });
  return made;
});

const SOURCE = { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1' };

const link = (aws: Aws, { UserPoolId, email }: Made) =>
  aws.idp('AdminLinkProviderForUser', {
    UserPoolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: email },
    SourceUser: SOURCE,
  });

async function identities(aws: Aws, { UserPoolId, email }: Made): Promise<object[]> {
  const { UserAttributes } = await aws.idp('AdminGetUser', { UserPoolId, Username: email });
  const found = (UserAttributes as { Name: string; Value: string }[]).find(({ Name }) => Name === 'identities');
  return JSON.parse(found?.Value ?? '[]') as object[];
}

/** Identities at other providers. */
export const linkedUsers: IdentityGap[] = [
  gap(
    'AdminLinkProviderForUser: the identity is listed with the user',
    source.userPools('AdminLinkProviderForUser'),
    async (aws, made) => {
      await link(aws, made);
      expect(await identities(aws, made)).toMatchObject([{ userId: '1', providerName: 'Google', primary: false }]);
    },
  ),
  gap(
    'AdminDisableProviderForUser: takes the link away',
    source.userPools('AdminDisableProviderForUser'),
    async (aws, made) => {
      await link(aws, made);
      await aws.idp('AdminDisableProviderForUser', { UserPoolId: made.UserPoolId, User: SOURCE });
      expect(await identities(aws, made)).toEqual([]);
    },
  ),
];
