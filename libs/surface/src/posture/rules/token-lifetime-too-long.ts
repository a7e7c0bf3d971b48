import { showDuration } from '../../difference/show';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Cognito itself accepts a day for access and ID tokens, and ten years for refresh tokens. */
const LONGEST = { short: 12 * HOUR, refresh: 365 * DAY };
const LONGEST_IN_PRODUCTION = { short: HOUR, refresh: 30 * DAY };

const TOKENS = [
  { token: 'access', lifetime: 'accessTokenValidity', field: 'accessMinutes', limit: 'short' },
  { token: 'ID', lifetime: 'idTokenValidity', field: 'idMinutes', limit: 'short' },
  { token: 'refresh', lifetime: 'refreshTokenValidity', field: 'refreshMinutes', limit: 'refresh' },
] as const;

export const tokenLifetimeTooLong = postureRule({
  id: 'token-lifetime-too-long',
  severity: 'high',
  title: 'Token lifetime too long',
  why: 'API Gateway accepts an access or ID token until it expires, even after the user was signed out or disabled; a refresh token is a session. The limits are 12 hours and 365 days.',
  remediation:
    'Shorten access_token_validity, id_token_validity or refresh_token_validity. Apps renew tokens with the refresh token, without asking the user.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
  fields: ['clients.*.tokenValidity'],
  tiers: { production: { limit: '1 hour for access and ID tokens, 30 days for refresh tokens' } },
  find: ({ clients }, tier) =>
    violations('app client', clients, (client) => {
      const limits = tier === 'production' ? LONGEST_IN_PRODUCTION : LONGEST;
      const long = TOKENS.flatMap(({ lifetime, limit, ...rest }) => {
        const seconds = client[lifetime];
        return typeof seconds === 'number' && seconds > limits[limit] ? [{ ...rest, seconds }] : [];
      });
      if (long.length === 0) return undefined;
      const longest = showDuration(Math.max(...long.map(({ seconds }) => seconds)));
      return {
        message: `Anyone who steals a token of a user can use it for up to ${longest}.`,
        after: long.map(({ token, seconds }) => `${token} token ${showDuration(seconds)}`).join(', '),
        fields: long.map(({ field }) => `clients.*.tokenValidity.${field}`),
      };
    }),
});
