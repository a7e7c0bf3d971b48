import { type AwsError } from './error';

/** One line for an error of Cognito: what to do about it. */
export function whatToDo({ message, operation, type }: Pick<AwsError, 'message' | 'operation' | 'type'>): string {
  const special = BY_MESSAGE.find(([pattern]) => pattern.test(message));
  if (special) return special[1];
  return BY_TYPE[type] ?? `Look up ${type} of ${operation} in the API reference of Amazon Cognito.`;
}

const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/Incorrect username or password/i, 'Check both. A person who does not exist is answered the same way.'],
  [/SECRET_HASH|client secret/i, 'A browser keeps no secret: use a client without one.'],
  [/flow not enabled/i, 'Add the flow to the client, in authFlows of its environment file, or sign in another way.'],
  [/SignUp is not permitted/i, 'Set identity.selfSignUp in the environment file, or use a person who exists.'],
  [/Refresh Token has been revoked|Refresh Token has expired/i, 'Sign in again.'],
  [/Access Token has been revoked|Access Token has expired/i, 'Refresh the tokens, or sign in again.'],
  [
    /session is expired|session can only be used once|Invalid session/i,
    'Start again: a step counts once, for three minutes.',
  ],
  [
    /does not have required scopes/i,
    'Sign in by password or SRP: the sign-in page gave no scope aws.cognito.signin.user.admin.',
  ],
  [/Unauthenticated access is not supported/i, 'Set identity.guests in the environment file, or sign in.'],
];

const BY_TYPE: Readonly<Record<string, string>> = {
  AliasExistsException: 'Another person has this address: use another one.',
  CodeMismatchException: 'Type the newest code: the button at the field fills it in.',
  EnableSoftwareTokenMFAException: 'Type the code that the authenticator shows now.',
  ExpiredCodeException: 'Ask for a new code.',
  ForbiddenException: 'The web ACL of the pool refused it: look at its rules.',
  InvalidParameterException: 'Correct the value that the message names.',
  InvalidPasswordException: 'Choose a password that fits the policy of the pool.',
  LimitExceededException: 'Wait: Cognito limits how often this is done.',
  NotAuthorizedException: 'Sign in again, with a person and a client that may do this.',
  PasswordResetRequiredException: 'Reset the password on the sign-in page.',
  ResourceNotFoundException: 'The pool or client is not there any more: reload this page.',
  SoftwareTokenMFANotFoundException: 'Set up an authenticator first; the pool must allow TOTP.',
  TooManyFailedAttemptsException: 'Wait a little, then try again.',
  TooManyRequestsException: 'Wait a little, then try again.',
  UserLambdaValidationException: 'A trigger refused it: the message is its own.',
  UserNotConfirmedException: 'Confirm the account with the code that was sent.',
  UserNotFoundException: 'Sign up first.',
  UsernameExistsException: 'Sign in, or sign up with another name.',
};
