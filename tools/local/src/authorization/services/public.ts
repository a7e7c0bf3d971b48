/**
 * Operations that no policy allows or stops: unsigned ones, and the one that tells who the caller is.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const needsNoPermission = (service: string, operation: string | null): boolean =>
  operation !== null && (operations[service]?.includes(operation) ?? false);

const list = (names: string): string[] => names.split(' ');

const operations: Readonly<Record<string, readonly string[]>> = {
  sts: ['GetCallerIdentity', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'],
  'cognito-identity': list('GetId GetCredentialsForIdentity GetOpenIdToken UnlinkIdentity'),
  'cognito-idp': [
    ...list('SignUp ConfirmSignUp ResendConfirmationCode InitiateAuth RespondToAuthChallenge ForgotPassword'),
    ...list('ConfirmForgotPassword RevokeToken GetTokensFromRefreshToken AssociateSoftwareToken VerifySoftwareToken'),
    ...list('ChangePassword GetUser UpdateUserAttributes DeleteUserAttributes DeleteUser GlobalSignOut'),
    ...list('GetUserAttributeVerificationCode VerifyUserAttribute SetUserMFAPreference SetUserSettings'),
    ...list('ConfirmDevice ForgetDevice GetDevice ListDevices UpdateDeviceStatus GetUserAuthFactors'),
    ...list('StartWebAuthnRegistration CompleteWebAuthnRegistration ListWebAuthnCredentials DeleteWebAuthnCredential'),
  ],
};
