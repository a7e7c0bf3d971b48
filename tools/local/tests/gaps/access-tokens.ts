import { setTimeout as sleep } from 'node:timers/promises';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { signedByAnother, unsigned, withClaims } from './forge';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import { addUser, makeIdentityPool } from './identity-pool';
import { makeUserPool, passwordSignIn } from './user-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const page = source.userPools('GetUser');

const signIn = async (aws: Aws, { app, email }: Made): Promise<Record<string, string>> =>
  (await passwordSignIn(aws, app!, email!)).AuthenticationResult;

const getUser = (aws: Aws, AccessToken: string | undefined) => aws.publicIdp('GetUser', { AccessToken });

const refused = (reason: string) => ({ status: 400, code: 'NotAuthorizedException', reason });

/** Access tokens with which a user calls the user pools API. */
export const accessTokenChecks: IdentityGap[] = [
  gap('Access token: refused when it is forged', page, async (aws, made) => {
    const { AccessToken } = await signIn(aws, made);
    for (const forged of [
      signedByAnother(AccessToken!),
      withClaims(AccessToken!, { username: 'another' }),
      unsigned(AccessToken!),
      'nonsense',
    ]) {
      await expect(getUser(aws, forged)).rejects.toMatchObject(refused('Invalid Access Token'));
    }
  }),
  gap('Access token: an ID token is none', page, async (aws, made) => {
    const { IdToken } = await signIn(aws, made);
    await expect(getUser(aws, IdToken)).rejects.toMatchObject(refused('Invalid Access Token'));
  }),
  gap('Access token: refused when it has expired', page, async (aws, made) => {
    const { UserPoolClient } = await aws.idp('CreateUserPoolClient', {
      UserPoolId: made.UserPoolId,
      ClientName: 'short access',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      AccessTokenValidity: 1,
      TokenValidityUnits: { AccessToken: 'seconds' },
    });
    const { AccessToken } = await signIn(aws, { ...made, app: UserPoolClient.ClientId });
    await sleep(1100);
    await expect(getUser(aws, AccessToken)).rejects.toMatchObject(refused('Access Token has expired'));
  }),
  gap(
    'Access token: refused after its refresh token was revoked; others hold',
    source.userPools('RevokeToken'),
    revoked,
  ),
  gap(
    'Access token: refused after its user signed out everywhere',
    source.userPools('GlobalSignOut'),
    async (aws, made) => {
      const person = await addUser(aws, made);
      const [one, two] = [await signIn(aws, person), await signIn(aws, person)];
      await aws.publicIdp('GlobalSignOut', { AccessToken: one.AccessToken });
      for (const { AccessToken } of [one, two]) {
        await expect(getUser(aws, AccessToken)).rejects.toMatchObject(refused('Access Token has been revoked'));
      }
    },
  ),
  gap('Access token: refused while its user is disabled', source.userPools('AdminDisableUser'), async (aws, made) => {
    const person = await addUser(aws, made);
    const { AccessToken } = await signIn(aws, person);
    await aws.idp('AdminDisableUser', { UserPoolId: made.UserPoolId, Username: person.email });
    await expect(getUser(aws, AccessToken)).rejects.toMatchObject(refused('User is disabled.'));
  }),
  gap('Access token: its user is deleted', source.userPools('AdminDeleteUser'), async (aws, made) => {
    const person = await addUser(aws, made);
    const { AccessToken, RefreshToken } = await signIn(aws, person);
    await aws.idp('AdminDeleteUser', { UserPoolId: made.UserPoolId, Username: person.email });
    await expect(getUser(aws, AccessToken)).rejects.toMatchObject({ code: 'UserNotFoundException' });
    const AuthParameters = { REFRESH_TOKEN: RefreshToken };
    const request = { ClientId: made.app, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters };
    await expect(aws.publicIdp('InitiateAuth', request)).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  }),
  gap(
    'Refresh token: refused by another client, and by a client of another pool',
    source.cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token'),
    async (aws, made) => {
      const { RefreshToken } = await signIn(aws, made);
      const other = await makeUserPool(aws);
      for (const ClientId of [made.strict, other.app]) {
        const AuthParameters = { REFRESH_TOKEN: RefreshToken };
        const request = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters };
        await expect(aws.publicIdp('InitiateAuth', request)).rejects.toMatchObject({
          code: expect.stringMatching(/^(NotAuthorized|InvalidParameter)Exception$/),
        });
      }
    },
  ),
];

async function revoked(aws: Aws, made: Made): Promise<void> {
  const person = await addUser(aws, made);
  const [one, two] = [await signIn(aws, person), await signIn(aws, person)];
  await aws.publicIdp('RevokeToken', { ClientId: made.app, Token: one.RefreshToken });
  await expect(getUser(aws, one.AccessToken)).rejects.toMatchObject(refused('Access Token has been revoked'));
  expect(await getUser(aws, two.AccessToken)).toHaveProperty('Username');
}
