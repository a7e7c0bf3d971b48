import { formats } from '@gatehouse/checks';
import { choice, flag, formatted, object, whole } from './fields';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
const passwordPolicy = object(
  'What a password must be. https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  {
    minLength: whole(6, 99, 'characters', 'Shortest password a user may choose, in characters.'),
    requireLowercase: flag('Whether a password needs a lowercase letter.'),
    requireUppercase: flag('Whether a password needs an uppercase letter.'),
    requireDigits: flag('Whether a password needs a digit.'),
    requireSymbols: flag('Whether a password needs a symbol.'),
    temporaryPasswordValidityDays: whole(
      1,
      365,
      'days',
      'How long the password of a user whom an administrator made stays valid, in days.',
    ),
  },
);

export const identity = object('The people: the user pool, and the identity pool.', {
  selfSignUp: flag('Whether anyone may make an account. When false, only an administrator can.'),
  deletionProtection: flag('Whether AWS refuses to delete the user pool.'),
  mfa: choice(['off', 'optional', 'required'], 'Whether users sign in with a second factor (an authenticator app).'),
  passwordPolicy,
  featurePlan: choice(
    ['lite', 'essentials', 'plus'],
    'What AWS bills for each user who signs in, and which features the user pool has. When left out, what AWS gives to a new pool: essentials. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html',
  ).optional(),
  domainPrefix: formatted(
    formats.userPoolDomainPrefix,
    'Prefix of the domain that serves sign-in pages and tokens; unique in the region among all AWS accounts. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  ).optional(),
  guests: flag(
    'Whether anyone on the internet gets AWS credentials of the identity pool without signing in; what they may do is written in the stacks. https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  ).default(false),
});
