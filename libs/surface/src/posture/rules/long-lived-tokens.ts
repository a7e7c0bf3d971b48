import { isUnknown } from '../../model/value';
import { appClients } from '../clients';
import type { PostureRule } from '../rule';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Cognito itself lets access and ID tokens live for a day, and refresh tokens for ten years. */
const LONGEST = { access: 12 * HOUR, ID: 12 * HOUR, refresh: 365 * DAY };

export const longLivedTokens: PostureRule = {
  id: 'long-lived-tokens',
  severity: 'high',
  title: 'Tokens that outlive the trust in their owner',
  why: 'API Gateway accepts an access or ID token until it expires, even after the user was signed out or disabled; a refresh token is a session. Here 12 hours and 365 days are the most; production is held to less.',
  remediation: 'Shorten it; apps renew tokens with the refresh token, unseen by users.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
  matches: [],
  check: (surface) =>
    appClients(surface).flatMap(({ client, subject }) => {
      const lives = {
        access: client.accessTokenValidity,
        ID: client.idTokenValidity,
        refresh: client.refreshTokenValidity,
      };
      const tooLong = (['access', 'ID', 'refresh'] as const).flatMap((token) => {
        const seconds = lives[token];
        return isUnknown(seconds) || seconds <= LONGEST[token]
          ? []
          : [`${token} token: ${readable(seconds)}`];
      });
      const found = tooLong.join(', ');
      return tooLong.length === 0
        ? []
        : [{ at: client, subject, message: `What it gives lives for long (${found}).`, found }];
    }),
};

const readable = (seconds: number): string =>
  seconds > DAY ? `${Math.round(seconds / DAY)} days` : `${Math.round(seconds / HOUR)} hours`;
