import { mostRedirects, redirect } from '@gatehouse/checks';
import { checkedText, flag, list, object, record, whole } from './fields';

const minutes = (what: string) =>
  whole(5, 1440, 'minutes', `${what}, in minutes; 60 when absent, at most as long as a refresh token.`);

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html */
const tokenValidity = object(
  'How long tokens are valid. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  {
    accessMinutes: minutes('How long an access token is valid').optional(),
    idMinutes: minutes('How long an ID token is valid').optional(),
    refreshMinutes: whole(
      60,
      5_256_000,
      'minutes',
      'How long a user stays signed in, in minutes: 60 to 5256000 (ten years); 43200 (30 days) when absent.',
    ).optional(),
  },
);

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html */
const redirectUrls = (description: string) =>
  list(checkedText(redirect.accepts, redirect.expected, 'One address, exactly as the app asks for it.'), description)
    .max(mostRedirects, { error: `at most ${mostRedirects} addresses` })
    .default([]);

/** docs/cognito/secret-rotation.md */
const secret = object(
  'Which secret of the client is the current one. "npx gatehouse rotate-secret" writes it, step by step: docs/cognito/secret-rotation.md.',
  {
    generation: whole(
      1,
      9999,
      'generations',
      'The current secret, counted from 1. Outputs and Secrets Manager hold it.',
    ).default(1),
    next: flag('Whether the secret of the next generation is made already.').optional(),
    previous: flag('Whether the secret of the generation before still works.').optional(),
  },
);

const client = object('One app client: what differs of it between environments. A stack declares it under this name.', {
  authFlows: object(
    'Ways to sign in without sign-in pages; clients of people only. https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
    {
      userPassword: flag('Whether the app may send the password itself (USER_PASSWORD_AUTH).').optional(),
      userSrp: flag('Whether the app may prove the password without sending it (USER_SRP_AUTH).').optional(),
    },
  ).optional(),
  tokenValidity: tokenValidity.optional(),
  callbackUrls: redirectUrls(
    'Where sign-in pages may send a user back to; turns the authorization code flow on. Clients of people only.',
  ),
  logoutUrls: redirectUrls('Where the sign-out page may send a user back to. Clients of people only.'),
  defaultRedirectUri: checkedText(
    redirect.accepts,
    redirect.expected,
    'The one of callbackUrls that a sign-in which names none returns to. Clients of people only.',
  ).optional(),
  secret: secret.optional(),
});

export const clients = record(
  {
    pattern: /^[a-z][a-z0-9-]{0,62}$/,
    expected:
      'a client name of lowercase letters, digits and hyphens, starting with a letter (it becomes a Terraform address)',
  },
  client,
  'App clients that stacks declare, by name: what differs of each between environments.',
).default({});
