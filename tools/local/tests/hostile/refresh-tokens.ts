import { source } from '../../testing/conformance';
import { claims } from '../gaps/user-pool';
import { type Attack, refused } from './row';
import { newPerson, passwordSignIn, refresh, type Targets } from './targets';

const NOT = 'NotAuthorizedException';

async function anotherClient({ aws, mine }: Targets): Promise<string> {
  const ExplicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
  const settings = { UserPoolId: mine.UserPoolId, ClientName: 'another', ExplicitAuthFlows };
  return (await aws.idp('CreateUserPoolClient', settings)).UserPoolClient.ClientId;
}

/** Refresh tokens of another, and attributes that are not the user's to set. */
export const refreshTokenAttacks: readonly Attack[] = [
  refused(
    'A refresh token with another client of the pool',
    source.userPools('InitiateAuth'),
    async (targets) => refresh(targets, await anotherClient(targets), (await newPerson(targets)).RefreshToken),
    NOT,
    /^Invalid Refresh Token/,
  ),
  refused(
    'A refresh token with a client of another pool',
    source.userPools('InitiateAuth'),
    async (targets) => refresh(targets, targets.other.app, (await newPerson(targets)).RefreshToken),
    NOT,
    /^Invalid Refresh Token/,
  ),
  refused(
    'A refresh token with one character changed',
    source.userPools('InitiateAuth'),
    async (targets) => refresh(targets, targets.mine.app, `${(await newPerson(targets)).RefreshToken.slice(0, -1)}_`),
    NOT,
    /^Invalid Refresh Token/,
  ),
  refused(
    'An access token in the place of a refresh token',
    source.userPools('InitiateAuth'),
    async (targets) => refresh(targets, targets.mine.app, (await newPerson(targets)).AccessToken),
    NOT,
    /^Invalid Refresh Token/,
  ),
  refused(
    'A refresh token that was revoked',
    source.userPools('RevokeToken'),
    async (targets) => {
      const { RefreshToken } = await newPerson(targets);
      await targets.aws.publicIdp('RevokeToken', { ClientId: targets.mine.app, Token: RefreshToken });
      return refresh(targets, targets.mine.app, RefreshToken);
    },
    NOT,
    /revoked/,
  ),
  {
    name: 'RevokeToken by another client revokes nothing',
    source: source.userPools('RevokeToken'),
    prove: async (targets) => {
      const { RefreshToken } = await newPerson(targets);
      const attempt = { ClientId: targets.other.app, Token: RefreshToken };
      await targets.aws.publicIdp('RevokeToken', attempt).catch(() => undefined);
      expect(await refresh(targets, targets.mine.app, RefreshToken)).toHaveProperty('AuthenticationResult.AccessToken');
    },
  },
  refused(
    'The secret hash of another user name',
    source.cognitoGuide('signing-up-users-in-your-app'),
    async ({ aws, mine }) =>
      passwordSignIn(aws, mine.secret!, mine.email!, { SECRET_HASH: Buffer.alloc(32).toString('base64') }),
    NOT,
    /^Unable to verify secret hash/,
  ),
  refused(
    'An e-mail address that another user has verified',
    source.userPools('UpdateUserAttributes'),
    async (targets) => {
      const { AccessToken } = await newPerson(targets);
      const taken = String(claims((await newPerson(targets)).IdToken).email);
      return targets.aws.publicIdp('UpdateUserAttributes', {
        AccessToken,
        UserAttributes: [{ Name: 'email', Value: taken }],
      });
    },
    'AliasExistsException',
  ),
  refused(
    'email_verified set by the user',
    source.userPools('UpdateUserAttributes'),
    async (targets) => {
      const { AccessToken } = await newPerson(targets);
      const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
      return targets.aws.publicIdp('UpdateUserAttributes', { AccessToken, UserAttributes });
    },
    NOT,
  ),
];
