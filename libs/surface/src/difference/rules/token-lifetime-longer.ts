import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { showDuration } from '../show';

const TOKENS = [
  ['access token', 'accessTokenValidity'],
  ['ID token', 'idTokenValidity'],
  ['refresh token', 'refreshTokenValidity'],
] as const;

export const tokenLifetimeLonger = differenceRule({
  id: 'token-lifetime-longer',
  severity: 'high',
  title: 'Token lifetime extended',
  why: 'API Gateway accepts a token until it expires, even after the user was signed out or disabled; so a stolen token works longer.',
  remediation: 'Shorten it. Apps renew tokens with the refresh token, without asking the user.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
  sameFactAs: ['token-lifetime-too-long'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => {
      const longer = TOKENS.flatMap(([token, field]) => {
        const [was, now] = [before[field], after[field]];
        return typeof was === 'number' && typeof now === 'number' && now > was
          ? [{ was: `${token} ${showDuration(was)}`, now: `${token} ${showDuration(now)}` }]
          : [];
      });
      const becomes = longer.map(({ now }) => now).join(', ');
      return {
        when: longer.length > 0,
        message: `Anyone who steals a token of ${name} can use it for longer: ${becomes}.`,
        before: longer.map(({ was }) => was).join(', '),
        after: becomes,
      };
    }),
});
