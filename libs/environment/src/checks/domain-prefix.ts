import { type Check, clientsOf } from './check';

/**
 * Tokens with scopes come from the token endpoint, and the endpoint needs a domain; on an emulator, Gatehouse
 * serves the token endpoint itself.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export const domainPrefix: Check = (environment) => {
  const user = clientsOf(environment).find(
    ({ client }) => client.kind === 'machine' || (client.callbackUrls ?? []).length > 0,
  );
  const unneeded = environment.endpoint !== undefined || environment.tier === 'local';
  if (!user || unneeded || environment.identity?.domainPrefix !== undefined) return [];
  return [
    {
      path: ['identity', 'domainPrefix'],
      reads: [['endpoint'], ['tier']],
      expected: `a domain prefix, because the client "${user.name}" gets its tokens from the pool's domain`,
      fix: 'Add one that nobody uses in this region, such as "<company>-<environment>".',
    },
  ];
};
