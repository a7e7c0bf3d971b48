import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const tokenRevocationRemoved = differenceRule({
  id: 'token-revocation-removed',
  severity: 'high',
  title: 'Token revocation turned off',
  why: 'Revocation ends the access of a lost device, or of a stolen refresh token, before the token expires.',
  remediation: 'Set enable_token_revocation to true.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html',
  sameFactAs: ['token-revocation-off'],
  find: ({ clients }) =>
    both(clients).flatMap(({ before, after }) =>
      before.tokenRevocation === true && after.tokenRevocation === false
        ? [
            {
              at: after,
              subject: `app client ${nameOf(after.name, after)}`,
              message: `Anyone who steals a refresh token of ${nameOf(after.name, after)} can use it until it expires.`,
              before: 'on',
              after: 'off',
            },
          ]
        : [],
    ),
});
