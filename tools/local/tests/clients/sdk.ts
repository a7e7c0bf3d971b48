import {
  AdminInitiateAuthCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  SignUpCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { type Row, source } from '../../testing/conformance';
import { totp } from '../gaps/sign-in-kit';
import { addUser, codeOf, newEmail, PASSWORD, REGION, type Scene } from './scene';

const flows = source.cognitoGuide('amazon-cognito-user-pools-authentication-flow-methods');
const row = (name: string, prove: Row<Scene>['prove'], page = flows): Row<Scene> => ({
  name: `AWS SDK v3: ${name}`,
  source: page,
  prove,
});

/** As docs/local.md tells it: the endpoint is all that is different from AWS. */
const clientOf = ({ emulator }: Scene) =>
  new CognitoIdentityProviderClient({
    region: REGION,
    endpoint: emulator.url,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

const withPassword = (ClientId: string, USERNAME: string, PASSWORD_: string = PASSWORD) =>
  new InitiateAuthCommand({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: PASSWORD_ },
  });

/** Operations of user pools by the AWS SDK for JavaScript v3. */
export const sdkRows: readonly Row<Scene>[] = [
  row('SignUp, ConfirmSignUp, USER_PASSWORD_AUTH, GetUser', async (scene) => {
    const [sdk, ClientId, Username] = [clientOf(scene), scene.users.app!, newEmail()];
    await sdk.send(new SignUpCommand({ ClientId, Username, Password: PASSWORD }));
    const ConfirmationCode = await codeOf(scene, Username);
    await sdk.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    const { AuthenticationResult } = await sdk.send(withPassword(ClientId, Username));
    const { UserAttributes } = await sdk.send(new GetUserCommand({ AccessToken: AuthenticationResult!.AccessToken }));
    expect(UserAttributes).toContainEqual({ Name: 'email', Value: Username });
  }),
  row('USER_SRP_AUTH', async (scene) => {
    const [sdk, ClientId, username] = [clientOf(scene), scene.users.app!, await addUser(scene)];
    const session = createSrpSession(username, PASSWORD, scene.users.UserPoolId!, false);
    const asked = await sdk.send(
      new InitiateAuthCommand(
        wrapInitiateAuth(session, { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: username } }),
      ),
    );
    const signed = signSrpSession(session, asked);
    const { AuthenticationResult } = await sdk.send(
      new RespondToAuthChallengeCommand(
        wrapAuthChallenge(signed, {
          ClientId,
          ChallengeName: 'PASSWORD_VERIFIER',
          ChallengeResponses: { USERNAME: asked.ChallengeParameters!.USERNAME! },
        }),
      ),
    );
    expect(AuthenticationResult!.TokenType).toBe('Bearer');
  }),
  row('USER_AUTH: a choice, and a code by e-mail', async (scene) => {
    const [sdk, ClientId, USERNAME] = [clientOf(scene), scene.users.app!, await addUser(scene)];
    const offered = await sdk.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME } }),
    );
    expect([offered.ChallengeName, offered.AvailableChallenges]).toEqual([
      'SELECT_CHALLENGE',
      expect.arrayContaining(['EMAIL_OTP', 'PASSWORD']),
    ]);
    const respond = (ChallengeName: 'EMAIL_OTP' | 'SELECT_CHALLENGE', Session: string | undefined, more: object) =>
      sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId,
          ChallengeName,
          Session,
          ChallengeResponses: { USERNAME, ...more },
        }),
      );
    const sent = await respond('SELECT_CHALLENGE', offered.Session, { ANSWER: 'EMAIL_OTP' });
    const EMAIL_OTP_CODE = await codeOf(scene, USERNAME);
    expect((await respond('EMAIL_OTP', sent.Session, { EMAIL_OTP_CODE })).AuthenticationResult).toBeDefined();
  }),
  row('ADMIN_USER_PASSWORD_AUTH', async (scene) => {
    const [USERNAME, { UserPoolId, app: ClientId }] = [await addUser(scene), scene.users];
    const AuthParameters = { USERNAME, PASSWORD };
    const command = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const;
    const { AuthenticationResult } = await clientOf(scene).send(new AdminInitiateAuthCommand(command));
    expect(AuthenticationResult!.ExpiresIn).toBe(3600);
  }),
  row('NEW_PASSWORD_REQUIRED', async (scene) => {
    const [sdk, ClientId, USERNAME] = [clientOf(scene), scene.users.app!, await addUser(scene, 'Temporary-horse-9')];
    const { ChallengeName, Session } = await sdk.send(withPassword(ClientId, USERNAME, 'Temporary-horse-9'));
    const ChallengeResponses = { USERNAME, NEW_PASSWORD: PASSWORD };
    await sdk.send(new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses }));
    expect((await sdk.send(withPassword(ClientId, USERNAME))).AuthenticationResult).toBeDefined();
  }),
  row('SOFTWARE_TOKEN_MFA: set up, then asked for', async (scene) => {
    const [sdk, ClientId, USERNAME] = [clientOf(scene), scene.users.app!, await addUser(scene)];
    const { AccessToken } = (await sdk.send(withPassword(ClientId, USERNAME))).AuthenticationResult!;
    const { SecretCode } = await sdk.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    const UserCode = await totp(scene.aws, SecretCode!, -1);
    await sdk.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
    await sdk.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
    const { ChallengeName, Session } = await sdk.send(withPassword(ClientId, USERNAME));
    expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const answer = async (SOFTWARE_TOKEN_MFA_CODE: string) =>
      sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId,
          ChallengeName,
          Session,
          ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE },
        }),
      );
    await expect(answer('000000')).rejects.toMatchObject({ name: 'CodeMismatchException' });
    expect((await answer(await totp(scene.aws, SecretCode!))).AuthenticationResult).toBeDefined();
  }),
  row('ForgotPassword, ConfirmForgotPassword', async (scene) => {
    const [sdk, ClientId, Username] = [clientOf(scene), scene.users.app!, await addUser(scene)];
    await sdk.send(new ForgotPasswordCommand({ ClientId, Username }));
    const Password = 'Another-horse-8';
    const ConfirmationCode = await codeOf(scene, Username);
    await sdk.send(new ConfirmForgotPasswordCommand({ ClientId, Username, Password, ConfirmationCode }));
    await expect(sdk.send(withPassword(ClientId, Username))).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect((await sdk.send(withPassword(ClientId, Username, Password))).AuthenticationResult).toBeDefined();
  }),
  row('REFRESH_TOKEN_AUTH and GetTokensFromRefreshToken', async (scene) => {
    const [sdk, ClientId] = [clientOf(scene), scene.users.app!];
    const { RefreshToken } = (await sdk.send(withPassword(ClientId, await addUser(scene)))).AuthenticationResult!;
    const AuthParameters = { REFRESH_TOKEN: RefreshToken! };
    const flow = await sdk.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }));
    const tokens = await sdk.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
    expect([flow, tokens].map(({ AuthenticationResult }) => AuthenticationResult!.TokenType)).toEqual([
      'Bearer',
      'Bearer',
    ]);
  }),
];
