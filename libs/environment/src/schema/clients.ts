import { z } from 'zod';
import { choice, flag, checkedText, text, whole } from './fields';
import { isLoopback, parseUrl } from './urls';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html */
const tokenValidity = z
  .strictObject({
    accessMinutes: whole(
      5,
      1440,
      'minutes',
      'How long an access token is valid, in minutes; at most as long as a refresh token.',
    ),
    idMinutes: whole(
      5,
      1440,
      'minutes',
      'How long an ID token is valid, in minutes; at most as long as a refresh token.',
    ),
    refreshMinutes: whole(
      60,
      5_256_000,
      'minutes',
      'How long a user stays signed in, in minutes: 60 to 5256000 (ten years).',
    ),
  })
  .meta({
    description:
      'How long tokens live. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  });

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html */
const redirectUrl = (description: string) =>
  checkedText(
    isRedirectUrl,
    'an absolute URL without a fragment: https://…, http:// on this machine only, or an app scheme such as myapp://callback',
    description,
  );

const client = z
  .strictObject({
    kind: choice(
      ['user', 'machine'],
      'Who signs in: "user" for an app that people use (no secret), "machine" for a service with a secret (client_credentials).',
    ),
    authFlows: z
      .strictObject({
        userPassword: flag('Whether the app may send the password itself (USER_PASSWORD_AUTH).').optional(),
        userSrp: flag(
          'Whether the app may prove the password without sending it (USER_SRP_AUTH).',
        ).optional(),
      })
      .optional()
      .meta({
        description:
          'Ways to sign in without sign-in pages; user clients only. https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
      }),
    scopes: z
      .array(
        text(/^\S+$/, 'a scope such as reports/read', 'One scope: `resource server identifier/scope name`.'),
      )
      .default([])
      .meta({ description: 'Scopes the client may ask for at the token endpoint.' }),
    tokenValidity,
    callbackUrls: z
      .array(redirectUrl('One address, exactly as the app asks for it.'))
      .max(100, { error: 'at most 100 addresses' })
      .default([])
      .meta({
        description: 'Where sign-in pages may send a user back to; turns the authorization code flow on.',
      }),
    logoutUrls: z
      .array(redirectUrl('One address, exactly as the app asks for it.'))
      .max(100, { error: 'at most 100 addresses' })
      .default([])
      .meta({ description: 'Where the sign-out page may send a user back to.' }),
  })
  .meta({ description: 'One app client of the user pool.' });

export const clients = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, {
      error:
        'a client name of lowercase letters, digits and hyphens, starting with a letter (it becomes a Terraform address)',
    }),
    client,
  )
  .meta({ description: 'App clients of the user pool by name.' });

/** Schemes that a browser opens itself, so that no app receives the code. */
const NOT_AN_APP = /^(about|blob|data|file|ftp|javascript|vbscript|wss?):$/;

function isRedirectUrl(value: string): boolean {
  if (value.length > 1024 || /[#\s]/.test(value)) return false;
  const url = parseUrl(value);
  if (!url || NOT_AN_APP.test(url.protocol)) return false;
  return url.protocol !== 'http:' || isLoopback(url);
}
