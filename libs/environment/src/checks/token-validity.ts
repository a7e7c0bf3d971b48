import { type Check, clientsOf } from './check';

/**
 * An access or ID token may not outlive the refresh token that renews it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export const tokenValidity: Check = (environment) =>
  clientsOf(environment).flatMap(({ client, path }) => {
    const refresh = client.tokenValidity?.refreshMinutes;
    return (['accessMinutes', 'idMinutes'] as const)
      .filter((token) => (client.tokenValidity?.[token] ?? 0) > (refresh ?? Infinity))
      .map((token) => ({
        path: [...path, 'tokenValidity', token],
        expected: `at most refreshMinutes, which is ${refresh}`,
        fix: 'Shorten it, or lengthen refreshMinutes.',
      }));
  });
