import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const tokenRevocationRemoved = differenceRule({
  id: 'token-revocation-removed',
  severity: 'high',
  title: 'Token revocation turned off',
  why: 'Revocation ends the access of a lost device, or of a stolen refresh token, before the token expires.',
  remediation: 'Set enable_token_revocation to true.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html',
  sameFactAs: ['token-revocation-off'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => ({
      when: before.tokenRevocation === true && after.tokenRevocation === false,
      message: `Anyone who steals a refresh token of ${name} can use it until it expires.`,
      before: 'on',
      after: 'off',
    })),
});
