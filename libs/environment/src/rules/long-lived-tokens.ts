import { clientsOf } from '../checks/check';
import { type EnvironmentRule } from './rule';

const LONGEST_MINUTES = { accessMinutes: 60, idMinutes: 60, refreshMinutes: 43_200 } as const;
const TOKENS = ['accessMinutes', 'idMinutes', 'refreshMinutes'] as const;

export const longLivedTokens: EnvironmentRule = {
  id: 'long-lived-tokens',
  fields: ['clients.*.tokenValidity'],
  expected: 'at most 60 minutes for access and ID tokens, at most 43200 (30 days) for refresh tokens',
  why: 'API Gateway accepts an access or ID token until it expires, even after the user was signed out or disabled.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html',
  remediation: 'Shorten it; apps renew tokens with the refresh token, unseen by users.',
  broken: (environment) =>
    clientsOf(environment).flatMap(({ client, path }) =>
      TOKENS.filter((token) => (client.tokenValidity?.[token] ?? 0) > LONGEST_MINUTES[token]).map((token) => [
        ...path,
        'tokenValidity',
        token,
      ]),
    ),
};
