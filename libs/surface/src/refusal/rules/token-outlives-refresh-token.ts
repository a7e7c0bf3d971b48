import { showDuration } from '../../difference/show';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const tokenOutlivesRefreshToken = refusalRule({
  id: 'token-outlives-refresh-token',
  severity: 'high',
  title: 'Token valid longer than the refresh token',
  why: 'A session ends with its refresh token, so no access or ID token of it may be valid longer.',
  remediation: 'Shorten the access and ID tokens, or lengthen the refresh token.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html',
  fields: ['clients.*.tokenValidity'],
  find: ({ clients }) =>
    violations('app client', clients, ({ accessTokenValidity, idTokenValidity, refreshTokenValidity: refresh }) => {
      if (typeof refresh !== 'number') return undefined;
      const tokens = { access: accessTokenValidity, ID: idTokenValidity };
      return Object.entries(tokens).map(([token, seconds]) => ({
        when: typeof seconds === 'number' && seconds > refresh,
        message: `Cognito refuses ${token} tokens of ${shown(seconds)} beside refresh tokens of ${showDuration(refresh)}.`,
        after: shown(seconds),
      }));
    }),
});

const shown = (seconds: unknown): string => (typeof seconds === 'number' ? showDuration(seconds) : '');
