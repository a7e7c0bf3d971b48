import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { differs, type IdentityGap, identityGapsFrom, type Made } from './gap';
import { FLOWS, initiate, PASSWORD, poolWith, refusal, withPassword } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const RefreshTokenRotation = { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 };
const ExplicitAuthFlows = FLOWS.filter((flow) => flow !== 'ALLOW_REFRESH_TOKEN_AUTH');
const rotating = identityGapsFrom(poolWith({}, { RefreshTokenRotation, ExplicitAuthFlows }));
const page = source.cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token');
const getTokens = source.userPools('GetTokensFromRefreshToken');
const revocation = source.cognitoGuide('token-revocation');
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
const revoked = refusal('NotAuthorized', 'Refresh Token has been revoked');

const signIn = async (aws: Aws, made: Made) => (await withPassword(aws, made)).AuthenticationResult;
const renew = async (aws: Aws, { app: ClientId }: Made, RefreshToken: string) =>
  (await aws.publicIdp('GetTokensFromRefreshToken', { ClientId, RefreshToken })).AuthenticationResult;

/** Refresh tokens: how they renew, and how they end. */
export const refreshTokens: IdentityGap[] = [
  gap(
    'GetTokensFromRefreshToken: new tokens of the same sign-in, also without rotation',
    getTokens,
    async (aws, made) => {
      const first = await signIn(aws, made);
      const next = await renew(aws, made, first.RefreshToken);
      expect(next).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
      expect(next.RefreshToken).toBeUndefined();
      const { auth_time, origin_jti, sub } = claimsOf(first.AccessToken);
      expect(claimsOf(next.IdToken)).toMatchObject({ auth_time, origin_jti, sub });
      await aws.publicIdp('GetUser', { AccessToken: next.AccessToken });
    },
  ),
  gap('REFRESH_TOKEN_AUTH: tokens of the same sign-in, and no new refresh token', page, async (aws, made) => {
    const { RefreshToken: REFRESH_TOKEN, AccessToken } = await signIn(aws, made);
    const { AuthenticationResult } = await initiate(aws, made.app, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN });
    expect(Object.keys(AuthenticationResult).sort()).toEqual(['AccessToken', 'ExpiresIn', 'IdToken', 'TokenType']);
    const { auth_time, origin_jti, event_id } = claimsOf(AccessToken);
    expect(event_id).toMatch(/-/);
    expect(claimsOf(AuthenticationResult.AccessToken)).toMatchObject({ auth_time, origin_jti, event_id });
  }),
  gap('A refresh token is of its client', page, async (aws, made) => {
    const { RefreshToken } = await signIn(aws, made);
    const no = refusal('NotAuthorized', 'Invalid Refresh Token');
    await expect(renew(aws, { ...made, app: made.open! }, RefreshToken)).rejects.toMatchObject(no);
    await expect(renew(aws, made, 'not-a-token')).rejects.toMatchObject(no);
  }),
  gap('A refresh token lives thirty days', page, async (aws, made) => {
    const { RefreshToken } = await signIn(aws, made);
    await aws.wait(30 * 86_400 + 1);
    await expect(renew(aws, made, RefreshToken)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Refresh Token has expired'),
    );
  }),
  gap('A disabled user does not refresh', page, async (aws, made) => {
    const { RefreshToken } = await signIn(aws, made);
    await aws.idp('AdminDisableUser', { UserPoolId: made.UserPoolId, Username: made.email });
    await expect(renew(aws, made, RefreshToken)).rejects.toMatchObject(refusal('NotAuthorized'));
  }),
  differs(
    rotating('Rotation: a new refresh token, and the old one for its grace', page, async (aws, made) => {
      const { RefreshToken } = await signIn(aws, made);
      const next = await renew(aws, made, RefreshToken);
      expect(next.RefreshToken).not.toBe(RefreshToken);
      expect((await renew(aws, made, RefreshToken)).TokenType).toBe('Bearer');
      await aws.wait(61);
      await expect(renew(aws, made, RefreshToken)).rejects.toMatchObject(refusal('RefreshTokenReuse'));
      expect((await renew(aws, made, next.RefreshToken)).TokenType).toBe('Bearer');
    }),
    'AWS documents the error RefreshTokenReuseException, not its text.',
  ),
  rotating('Rotation: the new token lives for the rest of the old life', page, async (aws, made) => {
    const { RefreshToken } = await signIn(aws, made);
    await aws.wait(29 * 86_400);
    const next = await renew(aws, made, RefreshToken);
    await aws.wait(86_401);
    await expect(renew(aws, made, next.RefreshToken)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Refresh Token has expired'),
    );
  }),
  differs(
    rotating('Rotation: REFRESH_TOKEN_AUTH is refused', page, async (aws, made) => {
      const { RefreshToken: REFRESH_TOKEN } = await signIn(aws, made);
      await expect(initiate(aws, made.app, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN })).rejects.toMatchObject(
        refusal('InvalidParameter'),
      );
    }),
    'AWS refuses too; its error is not documented.',
  ),
  differs(
    gap(
      'Rotation and ALLOW_REFRESH_TOKEN_AUTH exclude each other',
      page,
      async (aws, { UserPoolId, app: ClientId }) => {
        const client = { UserPoolId, ClientName: 'both', RefreshTokenRotation, ExplicitAuthFlows: FLOWS };
        const no = refusal('InvalidParameter');
        await expect(aws.idp('CreateUserPoolClient', client)).rejects.toMatchObject(no);
        await expect(aws.idp('UpdateUserPoolClient', { ...client, ClientId })).rejects.toMatchObject(no);
        await aws.idp('UpdateUserPoolClient', { ...client, ClientId, ExplicitAuthFlows });
      },
    ),
    'AWS refuses too; its text is not documented.',
  ),
  rotating(
    'UpdateUserPoolClient: a client that rotated once answers that rotation is off, with a grace of 0',
    'https://github.com/hashicorp/terraform-provider-aws/issues/43531',
    async (aws, { UserPoolId, app: ClientId }) => {
      const client = { UserPoolId, ClientId, ExplicitAuthFlows: FLOWS };
      const { UserPoolClient } = await aws.idp('UpdateUserPoolClient', client);
      const off = { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 };
      expect(UserPoolClient.RefreshTokenRotation).toEqual(off);
      await aws.idp('UpdateUserPoolClient', { ...client, RefreshTokenRotation: { Feature: 'DISABLED' } });
      const described = await aws.idp('DescribeUserPoolClient', { UserPoolId, ClientId });
      expect(described.UserPoolClient.RefreshTokenRotation).toEqual(off);
    },
  ),
  gap('RevokeToken: that sign-in ends, another one lives', revocation, async (aws, made) => {
    const [mine, other] = [await signIn(aws, made), await signIn(aws, made)];
    await aws.publicIdp('RevokeToken', { ClientId: made.app, Token: mine.RefreshToken });
    await expect(renew(aws, made, mine.RefreshToken)).rejects.toMatchObject(revoked);
    await expect(aws.publicIdp('GetUser', { AccessToken: mine.AccessToken })).rejects.toMatchObject(
      refusal('NotAuthorized', 'Access Token has been revoked'),
    );
    expect((await renew(aws, made, other.RefreshToken)).TokenType).toBe('Bearer');
    await aws.publicIdp('GetUser', { AccessToken: other.AccessToken });
  }),
  gap('RevokeToken: refuses an access token, and takes a dead one', revocation, async (aws, made) => {
    const { AccessToken, RefreshToken } = await signIn(aws, made);
    const revoke = (Token: string) => aws.publicIdp('RevokeToken', { ClientId: made.app, Token });
    await expect(revoke(AccessToken)).rejects.toMatchObject(refusal('UnsupportedTokenType'));
    await revoke(RefreshToken);
    await revoke(RefreshToken);
    await revoke('never-issued');
  }),
  gap('RevokeToken: refuses the token of another client', revocation, async (aws, made) => {
    const { RefreshToken: Token } = await signIn(aws, made);
    await expect(aws.publicIdp('RevokeToken', { ClientId: made.open, Token })).rejects.toMatchObject(
      refusal('Unauthorized'),
    );
  }),
  gap('GlobalSignOut: every sign-in of the user ends', source.userPools('GlobalSignOut'), async (aws, made) => {
    const [mine, other] = [await signIn(aws, made), await signIn(aws, made)];
    await aws.publicIdp('GlobalSignOut', { AccessToken: mine.AccessToken });
    for (const { RefreshToken, AccessToken } of [mine, other]) {
      await expect(renew(aws, made, RefreshToken)).rejects.toMatchObject(revoked);
      await expect(aws.publicIdp('GlobalSignOut', { AccessToken })).rejects.toMatchObject(
        refusal('NotAuthorized', 'Access Token has been revoked'),
      );
    }
    expect((await withPassword(aws, made, { PASSWORD })).AuthenticationResult.TokenType).toBe('Bearer');
  }),
];
