import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const tokenRevocationRemoved = differenceRule({
  id: 'token-revocation-removed',
  severity: 'high',
  title: 'Refresh tokens can no longer be revoked',
  why: 'Revoking is how a lost device, or a stolen refresh token, is shut out before the token expires.',
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
              message: `Whoever has a refresh token of ${nameOf(after.name, after)} keeps getting in: it cannot be revoked.`,
              before: 'on',
              after: 'off',
            },
          ]
        : [],
    ),
});
