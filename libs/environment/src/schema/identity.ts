import { formats, reservedWordIn } from '@gatehouse/checks';
import { choice, flag, formatted, object, text, whole } from './fields';
import { region } from './state';

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

const address = (description: string) => text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address', description);

const email = object(
  'Amazon SES, which sends the e-mail of the user pool. When left out, Cognito sends it, 50 e-mails a day for the whole account. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  {
    from: address('Address that people see.'),
    fromName: text(/^[^\r\n]*\S[^\r\n]*$/, 'a name in one line', 'Name that people see beside the address.').optional(),
    replyTo: address('Address that answers go to; that of the sender when left out.').optional(),
    verifiedDomain: formatted(
      formats.domainName,
      'Domain that is verified in SES: that of the sender, or one above it. When left out, the address itself is verified.',
    ).optional(),
    region: region('AWS region of SES; that of the environment when left out.').optional(),
    configurationSet: text(
      /^[\w-]{1,64}$/,
      '1 to 64 letters, digits, hyphens and underscores',
      'Configuration set of SES: events, dedicated addresses, TLS.',
    ).optional(),
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
  domainPrefix: text(
    formats.userPoolDomainPrefix.pattern,
    expectedPrefix,
    'Prefix of the domain that serves sign-in pages and tokens; unique in the region among all AWS accounts. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  ).optional(),
  email: email.optional(),
  guests: flag(
    'Whether anyone on the internet gets AWS credentials of the identity pool without signing in; what they may do is written in the stacks. https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  ).default(false),
});

/** Names the word for which AWS refuses a prefix, which may be inside another one. */
function expectedPrefix(prefix: unknown): string {
  const word = typeof prefix === 'string' ? reservedWordIn(prefix) : undefined;
  return word === undefined
    ? formats.userPoolDomainPrefix.expected
    : `a prefix without the word ${word}, which AWS keeps for itself, also inside another word`;
}
