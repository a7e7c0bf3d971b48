import { type Check, clientsOf, unless } from './check';

/**
 * Tokens with scopes come from the token endpoint, and the endpoint needs a domain; on an emulator, Gatehouse
 * serves the token endpoint itself.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export const domainPrefix: Check = (environment) => {
  const user = clientsOf(environment).find(
    ({ client }) => client.kind === 'machine' || (client.callbackUrls ?? []).length > 0,
  );
  const emulated = environment.endpoint !== undefined || environment.tier === 'local';
  if (!user || emulated) return [];
  return unless(environment.identity?.domainPrefix !== undefined, {
    path: ['identity', 'domainPrefix'],
    reads: [['endpoint'], ['tier']],
    expected: `a domain prefix, because the client "${user.name}" gets its tokens from the pool's domain`,
    fix: 'Add one that is free in this region, such as "<company>-<environment>".',
  });
};
