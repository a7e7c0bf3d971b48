import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { enrol, initiate, invite, PASSWORD, poolWith, refusal, secretHash, totp } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const page = source.cognitoGuide('signing-up-users-in-your-app');
const missing = (made: Made) =>
  refusal('NotAuthorized', `Client ${made.secret} is configured with secret but SECRET_HASH was not received`);
const wrong = (made: Made) => refusal('NotAuthorized', `Unable to verify secret hash for client ${made.secret}`);

const signIn = (aws: Aws, made: Made) =>
  initiate(aws, made.secret, 'USER_PASSWORD_AUTH', {
    USERNAME: made.email,
    PASSWORD,
    SECRET_HASH: secretHash(made, made.email!),
  });

const subOf = async (aws: Aws, { UserPoolId, email }: Made): Promise<string> =>
  (await aws.idp('AdminGetUser', { UserPoolId, Username: email })).Username;

/** Every public operation of a client that has a secret. */
export const secretHashes: IdentityGap[] = [
  ...(
    [
      ['SignUp', { Username: 'new@example.com', Password: PASSWORD }],
      ['ConfirmSignUp', { Username: 'ada@example.com', ConfirmationCode: '000000' }],
      ['ResendConfirmationCode', { Username: 'ada@example.com' }],
      ['ForgotPassword', { Username: 'ada@example.com' }],
      ['ConfirmForgotPassword', { Username: 'ada@example.com', ConfirmationCode: '000000', Password: PASSWORD }],
    ] as const
  ).map(([operation, body]) =>
    gap(`${operation}: SecretHash is needed, and verified`, source.userPools(operation), async (aws, made) => {
      const send = (SecretHash?: string) => aws.publicIdp(operation, { ClientId: made.secret, ...body, SecretHash });
      await expect(send()).rejects.toMatchObject(missing(made));
      await expect(send('wrong')).rejects.toMatchObject(wrong(made));
      const passed = await send(secretHash(made, body.Username)).catch(({ reason }) => reason);
      expect(JSON.stringify(passed)).not.toContain('secret');
    }),
  ),
  gap('RespondToAuthChallenge: SECRET_HASH of the stored name, which the challenge gave', page, async (aws, made) => {
    const code = await enrol(aws, made);
    const { ChallengeName, Session, ChallengeParameters } = await signIn(aws, made);
    const stored = ChallengeParameters.USER_ID_FOR_SRP;
    expect(stored).toBe(await subOf(aws, made));
    const send = async (SECRET_HASH?: string) => {
      const SOFTWARE_TOKEN_MFA_CODE = await totp(aws, code);
      const ChallengeResponses = { USERNAME: stored, SOFTWARE_TOKEN_MFA_CODE, SECRET_HASH };
      return aws.publicIdp('RespondToAuthChallenge', {
        ClientId: made.secret,
        ChallengeName,
        Session,
        ChallengeResponses,
      });
    };
    await expect(send()).rejects.toMatchObject(missing(made));
    await expect(send(secretHash(made, made.email!))).rejects.toMatchObject(wrong(made));
    expect((await send(secretHash(made, stored))).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('REFRESH_TOKEN_AUTH: SECRET_HASH of the stored name', page, async (aws, made) => {
    const { RefreshToken: REFRESH_TOKEN } = (await signIn(aws, made)).AuthenticationResult;
    const send = (SECRET_HASH?: string) =>
      initiate(aws, made.secret, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN, SECRET_HASH });
    await expect(send()).rejects.toMatchObject(missing(made));
    await expect(send(secretHash(made, made.email!))).rejects.toMatchObject(wrong(made));
    const { AuthenticationResult } = await send(secretHash(made, await subOf(aws, made)));
    expect(AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap(
    'GetTokensFromRefreshToken, RevokeToken: the secret itself',
    source.userPools('GetTokensFromRefreshToken'),
    async (aws, made) => {
      const { RefreshToken } = (await signIn(aws, made)).AuthenticationResult;
      const ask = (ClientSecret?: string) =>
        aws.publicIdp('GetTokensFromRefreshToken', { ClientId: made.secret, RefreshToken, ClientSecret });
      await expect(ask()).rejects.toMatchObject(refusal('NotAuthorized'));
      await expect(ask('w'.repeat(40))).rejects.toMatchObject(refusal('NotAuthorized'));
      expect((await ask(made.clientSecret)).AuthenticationResult.TokenType).toBe('Bearer');
      const revoke = (ClientSecret?: string) =>
        aws.publicIdp('RevokeToken', { ClientId: made.secret, Token: RefreshToken, ClientSecret });
      await expect(revoke('w'.repeat(40))).rejects.toMatchObject(refusal('NotAuthorized'));
      await revoke(made.clientSecret);
      await expect(ask(made.clientSecret)).rejects.toMatchObject(refusal('NotAuthorized'));
    },
  ),
  gap('A hash of another user is refused', page, async (aws, made) => {
    await invite(aws, made, 'bob@example.com', { MessageAction: 'SUPPRESS' });
    const SECRET_HASH = secretHash(made, 'bob@example.com');
    const AuthParameters = { USERNAME: made.email, PASSWORD, SECRET_HASH };
    await expect(initiate(aws, made.secret, 'USER_PASSWORD_AUTH', AuthParameters)).rejects.toMatchObject(wrong(made));
  }),
];
