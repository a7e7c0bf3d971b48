import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, showDuration } from '../show';

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
    both(clients).flatMap(({ before, after }) => {
      const longer = TOKENS.flatMap(([token, field]) => {
        const [was, now] = [before[field], after[field]];
        return typeof was === 'number' && typeof now === 'number' && now > was ? [{ token, was, now }] : [];
      });
      if (longer.length === 0) return [];
      const name = nameOf(after.name, after);
      return [
        {
          at: after,
          subject: `app client ${name}`,
          message: `Anyone who steals a token of ${name} can use it for longer: ${longer.map(({ token, now }) => `${token} ${showDuration(now)}`).join(', ')}.`,
          before: longer.map(({ token, was }) => `${token} ${showDuration(was)}`).join(', '),
          after: longer.map(({ token, now }) => `${token} ${showDuration(now)}`).join(', '),
        },
      ];
    }),
});
