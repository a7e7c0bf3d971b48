import { z } from 'zod';
import { choice, flag, text, whole } from './fields';
import { identityPool } from './identity-pool';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
const passwordPolicy = z
  .strictObject({
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
  })
  .meta({
    description:
      'What a password must be. https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResourceServerScopeType.html */
const scopes = z
  .record(
    z.string().regex(/^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/, {
      error: 'a scope name without spaces, slashes, quotes and backslashes',
    }),
    text(/^[^]{1,256}$/, 'a description of 1 to 256 characters', 'What the scope allows, for people.'),
  )
  .meta({
    description: 'Scopes of one resource server: name and description. A client asks for `identifier/name`.',
  });

export const identity = z
  .strictObject({
    selfSignUp: flag('Whether anyone may make an account. When false, only an administrator can.'),
    deletionProtection: flag('Whether AWS refuses to delete the user pool.'),
    mfa: choice(
      ['off', 'optional', 'required'],
      'Whether users sign in with a second factor (an authenticator app).',
    ),
    passwordPolicy,
    domainPrefix: text(
      /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      '1 to 63 lowercase letters, digits and hyphens, not starting or ending with a hyphen, without the words aws, amazon and cognito',
      'Prefix of the domain that serves sign-in pages and tokens; unique in the region among all AWS accounts. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
    ).optional(),
    resourceServers: z
      .record(
        z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]{1,256}$/, {
          error: 'a resource server identifier without spaces, quotes and backslashes',
        }),
        scopes,
      )
      .meta({
        description:
          'Resource servers by identifier, each with the scopes that guard its routes. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
      }),
    identityPool: identityPool.optional(),
  })
  .meta({ description: 'The user pool.' });
