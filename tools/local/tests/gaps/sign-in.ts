import { createHmac } from 'node:crypto';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom } from './gap';
import { claims, makeUserPool, PASSWORD, passwordSignIn } from './user-pool';

const gap = identityGapsFrom(makeUserPool);

const signUp = (aws: Aws, ClientId: string, Username: string) =>
  aws.publicIdp('SignUp', { ClientId, Username, Password: PASSWORD });

const refresh = (aws: Aws, ClientId: string, REFRESH_TOKEN: string) =>
  aws.publicIdp('InitiateAuth', {
    ClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN },
  });

/** What Cognito enforces when people sign up, sign in and sign out. */
export const signIn: IdentityGap[] = [
  gap(
    'Tokens live as long as the client says',
    source.cognitoGuide('amazon-cognito-user-pools-using-tokens-with-identity-providers'),
    async (aws, { app, email }) => {
      const { AuthenticationResult: tokens } = await passwordSignIn(aws, app!, email!);
      const lives = (token: string) => Number(claims(token).exp) - Number(claims(token).iat);
      expect([tokens.ExpiresIn, lives(tokens.AccessToken), lives(tokens.IdToken)]).toEqual([300, 300, 600]);
    },
  ),
  gap(
    'The ID token tells the attributes the client may read',
    source.cognitoGuide('amazon-cognito-user-pools-using-the-id-token'),
    async (aws, { app, email }) => {
      const { AuthenticationResult: tokens } = await passwordSignIn(aws, app!, email!);
      expect(claims(tokens.IdToken)).toMatchObject({ email, email_verified: true, given_name: 'Ada' });
    },
  ),
  gap(
    'The ID token tells the roles of the groups, the first group first',
    source.cognitoGuide('cognito-user-pools-user-groups'),
    async (aws, { UserPoolId, app, email }) => {
      const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
      for (const [GroupName, Precedence] of [
        ['b', 2],
        ['a', 1],
      ] as const) {
        await aws.idp('CreateGroup', { UserPoolId, GroupName, Precedence, RoleArn: role(GroupName) });
        await aws.idp('AdminAddUserToGroup', { UserPoolId, GroupName, Username: email });
      }
      const { AuthenticationResult: tokens } = await passwordSignIn(aws, app!, email!);
      expect(claims(tokens.IdToken)).toMatchObject({
        'cognito:groups': ['a', 'b'],
        'cognito:roles': [role('a'), role('b')],
        'cognito:preferred_role': role('a'),
      });
    },
  ),
  gap(
    'auth_time stays when tokens are refreshed',
    source.cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token'),
    async (aws, { app, email }) => {
      const { AuthenticationResult: first } = await passwordSignIn(aws, app!, email!);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const { AuthenticationResult: second } = await refresh(aws, app!, first.RefreshToken);
      expect(claims(second.AccessToken).auth_time).toBe(claims(first.AccessToken).auth_time);
      expect(claims(second.AccessToken).event_id).toBe(claims(first.IdToken).event_id);
    },
  ),
  gap(
    'ExplicitAuthFlows: refuses a flow the client does not allow',
    source.userPools('InitiateAuth'),
    async (aws, { strict, email }) => {
      await expect(passwordSignIn(aws, strict!, email!)).rejects.toMatchObject({
        code: 'InvalidParameterException',
        reason: 'USER_PASSWORD_AUTH flow not enabled for this client',
      });
    },
  ),
  gap(
    'ExplicitAuthFlows: refuses the password flow of a client that names none',
    source.userPools('CreateUserPoolClient'),
    async (aws, made) => {
      const client = await aws.idp('CreateUserPoolClient', {
        UserPoolId: made.UserPoolId,
        ClientName: 'silent',
      });
      await expect(passwordSignIn(aws, client.UserPoolClient.ClientId, made.email!)).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
    },
  ),
  gap(
    'SECRET_HASH: needed, and right, for a client that has a secret',
    source.cognitoGuide('signing-up-users-in-your-app'),
    async (aws, made) => {
      await expect(passwordSignIn(aws, made.secret!, made.email!)).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: `Client ${made.secret} is configured with secret but SECRET_HASH was not received`,
      });
      await expect(passwordSignIn(aws, made.secret!, made.email!, { SECRET_HASH: 'x' })).rejects.toMatchObject({
        reason: `Unable to verify secret hash for client ${made.secret}`,
      });
      const hmac = createHmac('sha256', made.clientSecret!).update(made.email! + made.secret!);
      const answer = await passwordSignIn(aws, made.secret!, made.email!, {
        SECRET_HASH: hmac.digest('base64'),
      });
      expect(answer.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap(
    'PreventUserExistenceErrors: an unknown user looks like a wrong password',
    source.cognitoGuide('cognito-user-pool-managing-errors'),
    async (aws, { app }) => {
      await expect(passwordSignIn(aws, app!, 'nobody@example.com')).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: 'Incorrect username or password.',
      });
    },
  ),
  gap(
    'A pool that ignores case finds the user in any case',
    source.userPools('UsernameConfigurationType'),
    async (aws, { app, email }) => {
      const answer = await passwordSignIn(aws, app!, email!.toUpperCase());
      expect(answer.AuthenticationResult.TokenType).toBe('Bearer');
    },
  ),
  gap(
    'ConfirmSignUp: only with the code that was sent; the e-mail is verified then',
    source.userPools('ConfirmSignUp'),
    async (aws, made) => {
      const Username = 'new@example.com';
      await signUp(aws, made.app!, Username);
      const confirm = (ConfirmationCode: string) =>
        aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username, ConfirmationCode });
      await expect(confirm('wrong')).rejects.toMatchObject({ code: 'CodeMismatchException' });
      await confirm(await aws.code(Username, 'SignUp'));
      const user = await aws.idp('AdminGetUser', { UserPoolId: made.UserPoolId, Username });
      expect(user.UserStatus).toBe('CONFIRMED');
      expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
    },
  ),
  gap('ResendConfirmationCode', source.userPools('ResendConfirmationCode'), async (aws, { app }) => {
    const request = { ClientId: app, Username: 'again@example.com' };
    await signUp(aws, app!, request.Username);
    await aws.publicIdp('ResendConfirmationCode', request);
    const ConfirmationCode = await aws.code(request.Username, 'ResendCode');
    await aws.publicIdp('ConfirmSignUp', { ...request, ConfirmationCode });
  }),
  gap(
    'AdminConfirmSignUp: refuses a user who is confirmed',
    source.userPools('AdminConfirmSignUp'),
    async (aws, { UserPoolId, email }) => {
      await expect(aws.idp('AdminConfirmSignUp', { UserPoolId, Username: email })).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: 'User cannot be confirmed. Current status is CONFIRMED',
      });
    },
  ),
  gap(
    'SignUp: refused where only administrators create users',
    source.userPools('AdminCreateUserConfigType'),
    async (aws, { UserPoolId, app }) => {
      await aws.idp('UpdateUserPool', {
        UserPoolId,
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      });
      await expect(signUp(aws, app!, 'self@example.com')).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: 'SignUp is not permitted for this user pool',
      });
    },
  ),
  gap(
    'SignUp: a taken e-mail is answered as AWS answers it',
    source.userPools('SignUp'),
    async (aws, { app, email }) => {
      await expect(signUp(aws, app!, email!)).rejects.toMatchObject({
        code: 'UsernameExistsException',
        reason: 'An account with the given email already exists.',
      });
    },
  ),
  gap(
    'ConfirmForgotPassword: only with the code that was sent, and a password of the policy',
    source.userPools('ConfirmForgotPassword'),
    async (aws, made) => {
      const request = { ClientId: made.app, Username: made.email };
      await aws.publicIdp('ForgotPassword', request);
      const code = await aws.code(made.email!, 'ForgotPassword');
      const confirm = (ConfirmationCode: string, Password: string) =>
        aws.publicIdp('ConfirmForgotPassword', { ...request, ConfirmationCode, Password });
      await expect(confirm('wrong', PASSWORD)).rejects.toMatchObject({ code: 'CodeMismatchException' });
      await expect(confirm(code, 'short')).rejects.toMatchObject({ code: 'InvalidPasswordException' });
      await confirm(code, 'Another-horse-8');
    },
  ),
  gap(
    'Refresh tokens: unknown ones are refused, not failed on',
    source.userPools('InitiateAuth'),
    async (aws, { app }) => {
      await expect(refresh(aws, app!, 'unknown')).rejects.toMatchObject({
        code: 'NotAuthorizedException',
        reason: 'Invalid Refresh Token',
      });
    },
  ),
  gap(
    'GlobalSignOut: ends the sessions, in any region',
    source.userPools('GlobalSignOut'),
    async (aws, { app, email }) => {
      const { AuthenticationResult: tokens } = await passwordSignIn(aws, app!, email!);
      await aws.publicIdp('GlobalSignOut', { AccessToken: tokens.AccessToken });
      await expect(refresh(aws, app!, tokens.RefreshToken)).rejects.toMatchObject({
        reason: 'Refresh Token has been revoked',
      });
    },
  ),
  gap(
    'AdminUserGlobalSignOut: also of a user who signed in with e-mail, by its id',
    source.userPools('AdminUserGlobalSignOut'),
    async (aws, made) => {
      const { AuthenticationResult: tokens } = await passwordSignIn(aws, made.app!, made.email!);
      const Username = claims(tokens.IdToken).sub;
      await aws.idp('AdminUserGlobalSignOut', { UserPoolId: made.UserPoolId, Username });
      await expect(refresh(aws, made.app!, tokens.RefreshToken)).rejects.toMatchObject({
        reason: 'Refresh Token has been revoked',
      });
    },
  ),
  gap('RevokeToken', source.userPools('RevokeToken'), async (aws, { app, email }) => {
    const { AuthenticationResult: tokens } = await passwordSignIn(aws, app!, email!);
    await aws.publicIdp('RevokeToken', { ClientId: app, Token: tokens.RefreshToken });
    await expect(refresh(aws, app!, tokens.RefreshToken)).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    });
    await expect(aws.publicIdp('GetUser', { AccessToken: tokens.AccessToken })).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    });
  }),
  gap('DeleteUser', source.userPools('DeleteUser'), async (aws, { UserPoolId, app, email }) => {
    const { AuthenticationResult: tokens } = await passwordSignIn(aws, app!, email!);
    await aws.publicIdp('DeleteUser', { AccessToken: tokens.AccessToken });
    await expect(aws.idp('AdminGetUser', { UserPoolId, Username: email })).rejects.toMatchObject({
      code: 'UserNotFoundException',
    });
  }),
];
